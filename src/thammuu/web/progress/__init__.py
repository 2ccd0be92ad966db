"""Theo dõi tiến độ: all dossiers on one list."""
