"""The gate: whatever people send is recognised, checked and read here, or refused with what to do instead.

`read_paper` is the door. Every refusal is a type of `refusals` with a stable code and a message in Vietnamese.
"""

from __future__ import annotations

from thammuu_core.intake.archives import is_workbook
from thammuu_core.intake.documents import admit, read_paper
from thammuu_core.intake.recognition import Format, old_suffix, recognise
from thammuu_core.intake.seals import is_own, seal_of, sealed
from thammuu_core.intake.secrecy import refuse_if_secret
from thammuu_core.intake.workbooks import look_at_workbook, read_list, read_workbook

__all__ = [
    "Format",
    "admit",
    "is_own",
    "is_workbook",
    "look_at_workbook",
    "old_suffix",
    "read_list",
    "read_paper",
    "read_workbook",
    "recognise",
    "refuse_if_secret",
    "seal_of",
    "sealed",
]
