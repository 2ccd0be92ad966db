"""Thông báo: what one was told, how one wishes to be told, the calendar feed."""
