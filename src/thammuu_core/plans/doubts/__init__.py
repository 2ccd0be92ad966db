"""What in a plan a person should look at before relying on it; each module asks one kind of question."""

from __future__ import annotations
