"""Signing in and looking after one's own account; allauth does the work, the words are ours."""
