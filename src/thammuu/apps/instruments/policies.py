"""Who keeps the register. Pure: an actor in, yes or no out.

| | sees | enters, corrects, imports; items | takes in what a document of the agency cites, as stated |
|---|---|---|---|
| clerk | yes | yes | yes |
| administrator | yes | yes | sees no documents |
| drafter, head of unit | yes | | yes |
| leader | yes | | |

The facts are the country's: an officer of any agency of the installation sees the whole register.
"""

from __future__ import annotations

from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role
from thammuu.apps.organisations.refusals import NotAllowed


def may_keep(actor: Actor) -> bool:
    """Enters and corrects documents, and says what they demand."""
    return actor.holds(Role.CLERK, Role.ADMINISTRATOR)


def may_accept(actor: Actor) -> bool:
    """Takes in a document as another one cites it."""
    return may_keep(actor) or actor.holds(Role.DRAFTER, Role.HEAD_OF_UNIT)


def check_may_keep(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not may_keep(actor):
        raise NotAllowed("ghi sổ văn bản pháp luật", "văn thư hoặc quản trị hệ thống")


def check_may_accept(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not may_accept(actor):
        raise NotAllowed("đưa văn bản được viện dẫn vào sổ", "chuyên viên, trưởng đơn vị hoặc văn thư")
