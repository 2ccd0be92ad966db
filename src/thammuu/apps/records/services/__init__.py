"""What people keep in a dossier beside its steps. Each: access, guard, rows, notices, journal event, once."""

from __future__ import annotations

from thammuu.apps.records.services.contributions import answer_contribution, ask_contribution
from thammuu.apps.records.services.meetings import call_meeting, keep_minutes, make_step
from thammuu.apps.records.services.notes import withdraw, write_note
from thammuu.apps.records.services.studies import keep_study, receive_data

__all__ = [
    "answer_contribution",
    "ask_contribution",
    "call_meeting",
    "keep_minutes",
    "keep_study",
    "make_step",
    "receive_data",
    "withdraw",
    "write_note",
]
