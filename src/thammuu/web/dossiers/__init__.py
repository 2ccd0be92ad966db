"""Hồ sơ: one plan as a timetable, its doubts, and what was done."""
