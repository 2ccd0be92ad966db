"""Turns rows of the database into rows for screens. Asks the database nothing: the query fetched all it needs."""
