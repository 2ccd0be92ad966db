"""What is reckoned of steps and changes nothing: last days, lights, slack, where the days went, where a step stands."""
