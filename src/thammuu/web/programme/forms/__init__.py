"""Forms of the programme; each builds the command that its service takes."""
