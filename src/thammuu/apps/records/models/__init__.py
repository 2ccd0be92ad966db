"""What is kept in a dossier beside its steps. Rows are only added; what was wrong is withdrawn with its reason."""

from __future__ import annotations

from thammuu.apps.records.models.contributions import Answer, ContributionAnswer, ContributionRequest
from thammuu.apps.records.models.meetings import (
    Attendance,
    Conclusion,
    ConclusionStep,
    Invitee,
    Meeting,
    Minutes,
)
from thammuu.apps.records.models.notes import Note, Withdrawal
from thammuu.apps.records.models.studies import StudyKind, StudyReceipt, StudyRecord

__all__ = [
    "Answer",
    "Attendance",
    "Conclusion",
    "ConclusionStep",
    "ContributionAnswer",
    "ContributionRequest",
    "Invitee",
    "Meeting",
    "Minutes",
    "Note",
    "StudyKind",
    "StudyReceipt",
    "StudyRecord",
    "Withdrawal",
]
