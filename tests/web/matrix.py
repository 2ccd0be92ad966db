"""Who gets which answer at every address: the table that the matrix test walks, cell by cell.

To add a page: one row a method. A URL or a method without a row fails `test_matrix.py`; so does a cell that differs.
`own` is asked with an object of the person's own agency, `foreign` with one of another agency, which for everyone
looks as if it did not exist.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from thammuu.apps.dossiers.rows import DossierView

INSIDERS = ("drafter", "head", "clerk", "leader", "administrator", "other_unit")
READERS = ("drafter", "head", "clerk", "leader", "other_unit")
BRINGERS = ("drafter", "head", "clerk", "other_unit")
OPENERS = ("drafter", "head", "other_unit")
RECORDERS = ("drafter", "head")
DECIDERS = ("drafter", "head", "leader")
SIGN_IN = 302
"""What an anonymous visitor gets at every page behind the sign-in."""

Scene = DossierView
Answers = dict[str, int]


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
    arguments: Callable[[Scene], dict[str, UUID]] | None = None
    """From a dossier to the arguments of the address; None for an address without an object."""
    data: Callable[[Scene], dict[str, Any]] = field(default=lambda _: {})
    """A valid form for it."""
    anonymous: int = SIGN_IN


def _dossier(scene: Scene) -> dict[str, UUID]:
    return {"dossier": scene.uuid}


def _step(scene: Scene) -> dict[str, UUID]:
    return {"step": scene.steps[0].uuid}


def _started_step(scene: Scene) -> dict[str, UUID]:
    return {"step": next(step.uuid for step in scene.steps if step.state == "started")}


def _doubt(scene: Scene) -> dict[str, UUID]:
    return {"dossier": scene.uuid, "doubt": scene.doubts[0].uuid}


def _file(scene: Scene) -> dict[str, UUID]:
    return {"file": scene.document.file_uuid}


def _document(scene: Scene) -> dict[str, UUID]:
    return {"document": scene.document.uuid}


def _fact(version: int, **fields: Any) -> Callable[[Scene], dict[str, Any]]:
    """A form for a fact of a step that stands at that version."""
    return lambda _: {
        "key": uuid4(),
        "version": version,
        "done_on": "2021-07-05",
        "done_by": "Nguyễn Thị Lan",
        **fields,
    }


def _settled(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "version": 1, "state": "confirmed", "reason": "Đã hỏi lại người soạn"}


def _plan(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "plan": SimpleUploadedFile("ke-hoach.txt", "KẾ HOẠCH".encode())}


def _title(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "title": "Hồ sơ mới"}


ROWS = (
    Row("home", "GET", dict.fromkeys(INSIDERS, 302)),
    Row("progress:list", "GET", dict.fromkeys(INSIDERS, 200)),
    Row("dossiers:detail", "GET", answers(200, READERS), _dossier),
    Row("dossiers:start_step", "GET", answers(200, RECORDERS), _step),
    Row("dossiers:start_step", "POST", answers(302, RECORDERS), _step, _fact(1)),
    Row("dossiers:finish_step", "GET", answers(200, RECORDERS), _started_step),
    Row(
        "dossiers:finish_step",
        "POST",
        answers(302, RECORDERS),
        _started_step,
        _fact(2, evidence_note="Bản giấy, tủ A"),
    ),
    Row("dossiers:decide_doubt", "GET", answers(200, DECIDERS), _doubt),
    Row("dossiers:decide_doubt", "POST", answers(302, DECIDERS), _doubt, _settled),
    Row("dossiers:evidence", "GET", answers(200, READERS), _file),
    Row("opening:bring", "GET", answers(200, BRINGERS, unseen=403)),
    Row("opening:bring", "POST", answers(302, BRINGERS, unseen=403), None, _plan),
    Row("opening:reading", "GET", answers(200, READERS), _document),
    Row("opening:reading", "POST", answers(302, OPENERS), _document, _title),
    Row("account_login", "GET", dict.fromkeys(INSIDERS, 302), anonymous=200),
    Row("account_login", "POST", dict.fromkeys(INSIDERS, 302), anonymous=200),
    Row("account_logout", "GET", dict.fromkeys(INSIDERS, 200), anonymous=302),
    Row("account_logout", "POST", dict.fromkeys(INSIDERS, 302), anonymous=302),
    Row("account_inactive", "GET", dict.fromkeys(INSIDERS, 200), anonymous=200),
    Row("account_change_password", "GET", dict.fromkeys(INSIDERS, 200)),
    Row("account_change_password", "POST", dict.fromkeys(INSIDERS, 200)),
    Row("account_reauthenticate", "GET", dict.fromkeys(INSIDERS, 200)),
    Row("account_reauthenticate", "POST", dict.fromkeys(INSIDERS, 200)),
    # Nobody of the cast has a second factor yet.
    Row("mfa_index", "GET", dict.fromkeys(INSIDERS, 200)),
    Row("mfa_authenticate", "GET", dict.fromkeys(INSIDERS, 302)),
    Row("mfa_authenticate", "POST", dict.fromkeys(INSIDERS, 302)),
    Row("mfa_reauthenticate", "GET", dict.fromkeys(INSIDERS, 302)),
    Row("mfa_reauthenticate", "POST", dict.fromkeys(INSIDERS, 302)),
    Row("mfa_activate_totp", "GET", dict.fromkeys(INSIDERS, 302)),
    Row("mfa_activate_totp", "POST", dict.fromkeys(INSIDERS, 302)),
    Row("mfa_deactivate_totp", "GET", dict.fromkeys(INSIDERS, 404)),
    Row("mfa_deactivate_totp", "POST", dict.fromkeys(INSIDERS, 404)),
    Row("mfa_view_recovery_codes", "GET", dict.fromkeys(INSIDERS, 404)),
    Row("mfa_generate_recovery_codes", "GET", dict.fromkeys(INSIDERS, 302)),
    Row("mfa_generate_recovery_codes", "POST", dict.fromkeys(INSIDERS, 302)),
    Row("mfa_download_recovery_codes", "GET", dict.fromkeys(INSIDERS, 404)),
)
"""An address that changes something by POST has a GET row as well, even where GET is refused."""
