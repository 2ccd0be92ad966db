"""What is kept in a dossier beside its steps: contributions, study records, meetings, notes."""
