"""The formal elements of a document, and the document that a plan is meant to bring about."""

from __future__ import annotations
