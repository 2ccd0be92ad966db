"""Mẫu văn bản của cơ quan: what each template looks like, what an own Word file may ask for, setting one."""
