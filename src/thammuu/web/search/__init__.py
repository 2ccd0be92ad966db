"""Tìm kiếm: dossiers, steps and documents by their words."""
