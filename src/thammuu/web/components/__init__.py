"""Pieces that several screens draw: pure geometry here, markup in `templates/components`."""
