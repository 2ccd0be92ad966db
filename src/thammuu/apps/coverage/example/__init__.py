"""Texts of the demo, our own writing: a provincial plan with its targets and tasks, and plans of invented neighbours."""
