"""Chương trình công tác: assignments come in, are given to units, and are laid out into dossiers."""
