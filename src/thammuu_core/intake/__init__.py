"""The gate: whatever people send is recognised, checked and read here, or refused with what to do instead.

`read_paper` is the door. Every refusal is a type of `refusals` with a stable code and a message in Vietnamese.
"""

from __future__ import annotations

from thammuu_core.intake.documents import admit, read_paper
from thammuu_core.intake.recognition import Format, recognise
from thammuu_core.intake.secrecy import refuse_if_secret

__all__ = ["Format", "admit", "read_paper", "recognise", "refuse_if_secret"]
