"""Lập hồ sơ từ kế hoạch: bring a plan, have it read, make a dossier of it."""
