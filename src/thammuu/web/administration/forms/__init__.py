"""Forms of administration; each builds the command that its service takes."""
