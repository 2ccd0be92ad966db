"""Forms of the way from a file to a dossier, and on from there."""
