"""What people do to dossiers. Each: policy, guard, rows, journal event, in one transaction with its receipt."""

from __future__ import annotations

from thammuu.apps.dossiers.services.contents import add_step, confirm_step, correct_step, split_step
from thammuu.apps.dossiers.services.doubts import decide_doubt
from thammuu.apps.dossiers.services.more_time import ask_more_time, decide_more_time
from thammuu.apps.dossiers.services.opening import create_dossier_from_reading, open_laid_dossier
from thammuu.apps.dossiers.services.progress import (
    finish_step,
    hand_over_step,
    reopen_step,
    skip_step,
    start_step,
)
from thammuu.apps.dossiers.services.whole import (
    close_dossier,
    hand_over_dossier,
    rename_dossier,
    reopen_dossier,
)

__all__ = [
    "add_step",
    "ask_more_time",
    "close_dossier",
    "confirm_step",
    "correct_step",
    "create_dossier_from_reading",
    "decide_doubt",
    "decide_more_time",
    "finish_step",
    "hand_over_dossier",
    "hand_over_step",
    "open_laid_dossier",
    "rename_dossier",
    "reopen_dossier",
    "reopen_step",
    "skip_step",
    "split_step",
    "start_step",
]
