"""Dự thảo: the papers of a dossier on their way to the signature, in versions that never change.

A draft is begun from a template or a Word file. Each change is a new version with its maker and reason; what the checks
found is kept with it; initials go up the chain on one version and bind to it.
"""
