"""Forms of the dossier; each builds the command that its service takes."""
