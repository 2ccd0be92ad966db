"""Version 1: read what the token's officer sees, record progress as that officer."""
