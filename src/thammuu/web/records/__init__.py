"""Ghi chép trong hồ sơ: contributions, studies, meetings, notes."""
