"""Dự thảo: the drafts of a dossier, the page of one, its versions and initials, the rules of form."""
