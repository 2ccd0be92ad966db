"""What a row of the table says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations.actors import Actor

INSIDERS = ("drafter", "head", "clerk", "leader", "administrator", "other_unit")
READERS = ("drafter", "head", "clerk", "leader", "other_unit")
SIGN_IN = 302
"""What an anonymous visitor gets at every page behind the sign-in."""

Answers = dict[str, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """What the objects of a row are made from: a dossier and its drafter, who may make more in `arguments`."""

    actor: Actor
    dossier: DossierView


def everyone(status: int) -> Answers:
    """The same answer for all who belong to the agency."""
    return dict.fromkeys(INSIDERS, status)


def answers(status: int, roles: tuple[str, ...], *, seen: int = 403, unseen: int = 404) -> Answers:
    """`status` for the roles, `seen` for other readers of contents, `unseen` for the administrator."""
    others = {role: seen if role in READERS else unseen for role in INSIDERS}
    return others | dict.fromkeys(roles, status)


@dataclass(frozen=True, slots=True)
class Row:
    """One method of one address."""

    name: str
    method: str
    own: Answers
    arguments: Callable[[Scene], dict[str, Any]] | None = None
    """From a scene to the arguments of the address; None for an address without an object."""
    data: Callable[[Scene], dict[str, Any]] = field(default=lambda _: {})
    """A valid form for it, anew at each call."""
    typed: str = ""
    """Of a form: the field in which a second sender of the same key would type something else."""
    other: Callable[[], Any] | None = None
    """What that would be, where it is more than other words."""
    shared: bool = False
    """Its object belongs to no agency: there is no foreign one."""
    by: str = "drafter"
    """Of a form: who may send it in that scene."""
    anonymous: int = SIGN_IN
