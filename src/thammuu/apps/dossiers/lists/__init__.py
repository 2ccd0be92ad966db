"""What lists of many dossiers show: the board, own work, what was found; paged by the database."""
