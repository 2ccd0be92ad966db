"""Accounts, sessions and personal tokens of officers."""
