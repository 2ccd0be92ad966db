"""Dossiers out of plans: opened from a reading, changed by an amended plan, repeated a year later."""
