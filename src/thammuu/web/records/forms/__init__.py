"""Forms that keep something in a dossier; each is given what it is about and builds the command of its service."""
