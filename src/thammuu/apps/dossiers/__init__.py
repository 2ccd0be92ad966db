"""A dossier: the steps of one plan, the doubts about it, and the facts of how it goes."""

from __future__ import annotations
