"""The document around the body: head, subject, addressees, signatures, recipients, annexes, what it issues."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import count

from thammuu_core.compositions.composing import annexes_of, left_out, repeated, sections_of, words
from thammuu_core.compositions.facts import BLANK, Known
from thammuu_core.compositions.model import (
    LAST_ARTICLE,
    Composed,
    Facts,
    Kind,
    Name,
    Setting,
    Slot,
    Template,
    key,
)
from thammuu_core.compositions.signing import Signer
from thammuu_core.errors import Problem, Severity
from thammuu_core.formats.model import State
from thammuu_core.rendering import Document, Head, Level, Provision, Section, Signature, Urgency

URGENCY = {"khan": Urgency.URGENT, "thuong khan": Urgency.VERY_URGENT, "hoa toc": Urgency.EXPRESS}
TEMPLATE = "mẫu"
"""In the facts of a document that another one carries: the code of its template."""
AS_ABOVE = "Như trên"
"""First of the recipients, of a document that has addressees (Phụ lục I, II.9.b)."""
_RECIPIENTS = "nơi nhận"
_FILED = "luu:"
"""How the last line of the recipients begins: where the document is kept, which is nobody who receives it."""
_YEARS = re.compile(r"(\d) - (\d)")
"""Not parted between lines of a title."""
_SHARED = ("cơ quan", "cơ quan chủ quản", "chữ tắt cơ quan", "địa danh", "ngày")
"""Facts that a document passes on to the one it carries."""


def document(
    template: Template, facts: Facts, find: Callable[[str], Template], state: State = State.DRAFT
) -> Composed:
    """The document; `find` gives the template of what it carries. Raises WrongFact, UnknownTemplate."""
    known = Known.of(template, facts)
    sections = sections_of(template.body, known)
    known.facts[key(LAST_ARTICLE)] = sum(
        isinstance(block, Provision) and block.level is Level.ARTICLE
        for section in sections
        for block in section.blocks
    )
    elements = _Elements(template, known)
    left = elements.signed("ký trái")
    addressees = tuple(elements.every("kính gửi"))
    recipients = tuple(one for one in elements.every(_RECIPIENTS) if addressees or one != AS_ABOVE)
    if elements.has(_RECIPIENTS) and not any(map(_receives, recipients)):
        known.problems.append(_nobody())
    made = Document(
        head=_head(elements, known),
        kind=template.kind,
        subject=_YEARS.sub("\\1\u00a0-\u00a0\\2", elements.one("trích yếu")),
        sections=sections,
        signature=elements.signed("ký phải") or _signature(elements, known),
        addressees=addressees,
        recipients=recipients,
        small=elements.has("cỡ nhỏ"),
        second=left,
        annexes=tuple(annexes_of(template, known)),
        state=state,
        ends=not elements.has("không kết thúc"),
    )
    if elements.has("kèm theo"):
        made = replace(made, attached=_attached(elements.named("kèm theo"), known, facts, find))
    for field in template.fields:
        if (
            field.required
            and "." not in field.name
            and field.kind is not Kind.GROUP
            and known.value((field.name,)) is None
        ):
            known.miss((field.name,))
    return Composed(_numbered(made), tuple(known.problems))


class _Elements:
    """The settings of a template, filled."""

    def __init__(self, template: Template, known: Known) -> None:
        self._settings, self._known = template.settings, known

    def has(self, name: str) -> bool:
        return any(setting.name == name for setting in self._settings)

    def every(self, name: str) -> Iterator[str]:
        """Each line of that name, repeated and left out as lines of the body are."""
        for setting in self._of(name):
            for inside in repeated(setting.pieces, self._known):
                yield words(setting.pieces, inside)

    def one(self, name: str) -> str:
        """The first of them that stands; empty without one."""
        return next(self.every(name), "")

    def signed(self, name: str) -> Signature | None:
        """ "CHỦ TỌA | {chủ tọa}": office and name, which may be left for the pen; None without such a setting."""
        for setting in self._of(name):
            known = [piece for piece in setting.pieces if not left_out((piece,), self._known)]
            office, _, person = words(known, self._known).partition("|")
            return Signature((office.strip(),), person.strip())
        return None

    def named(self, name: str) -> tuple[str, ...]:
        """The field that the setting names."""
        (setting,) = self._of(name)
        return next(
            piece.value.path
            for piece in setting.pieces
            if isinstance(piece, Slot) and isinstance(piece.value, Name)
        )

    def _of(self, name: str) -> list[Setting]:
        return [setting for setting in self._settings if setting.name == name]


def _head(elements: _Elements, known: Known) -> Head:
    day = known.value(("ngày",))
    dated = not elements.has("không ngày")
    numbered = not elements.has("không số")
    if dated and not isinstance(day, date):
        known.miss(("ngày",))
    number = str(known.value(("số",)) or "")
    return Head(
        agency=_asked(known, "cơ quan"),
        day=day if dated and isinstance(day, date) else None,
        undated=dated and not isinstance(day, date),
        parent=str(known.value(("cơ quan chủ quản",)) or ""),
        number=number,
        symbol=elements.one("ký hiệu") if numbered else "",
        place=_asked(known, "địa danh") if dated else "",
        open_day=not (number or known.value(("ghi đủ ngày",))),
        numbered=numbered,
        urgency=URGENCY.get(key(str(known.value(("độ khẩn",)) or ""))),
    )


def _asked(known: Known, name: str) -> str:
    value = known.value((name,))
    if value is None:
        known.miss((name,))
    return BLANK if value is None else str(value)


def _signature(elements: _Elements, known: Known) -> Signature:
    """Who signs; "…" for the office and a blank for the name that are not known: no signer is invented."""
    if elements.has("không ký"):
        return Signature()
    one = known.value(("người ký",))
    told = one if isinstance(one, Mapping) else {}
    signer = Signer.of(told)
    if not signer.office:
        known.miss(("người ký", "chức vụ"))
    if not signer.name:
        known.miss(("người ký", "họ tên"))
    return signer.signature if signer.office else Signature((BLANK,), signer.name)


def _receives(recipient: str) -> bool:
    """Whether the line names somebody who receives the document."""
    return bool(recipient.strip()) and not key(recipient).startswith(_FILED)


def _nobody() -> Problem:
    return Problem(
        "compositions.no_recipients",
        Severity.WARNING,
        f"Chưa có “{_RECIPIENTS}”: văn bản chỉ ghi nơi lưu. Ghi cơ quan, đơn vị, người nhận văn bản trước khi trình.",
        _RECIPIENTS,
        "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9",
    )


def _attached(
    path: tuple[str, ...], known: Known, facts: Facts, find: Callable[[str], Template]
) -> Document | None:
    """What this one issues: agency and nation only in its head, no signature of its own (Mẫu 1.3)."""
    inner = known.value(path)
    if not isinstance(inner, Mapping):
        if (field := known.template.field(*path)) and field.required:
            known.miss(path)
        return None
    told = {key(name): value for name, value in inner.items()}
    code = str(told.pop(key(TEMPLATE), "ke-hoach-tinh"))
    shared = {name: facts[name] for name in facts if key(name) in map(key, _SHARED)}
    carried: Facts = {"so": "", "nguoi ky": {"chuc vu": "-", "ho ten": "-"}, "noi nhan": ("-",)}
    made = document(find(code), {**shared, **told, **carried}, find)
    known.problems.extend(made.problems)
    head = replace(
        made.document.head,
        day=None,
        undated=False,
        number="",
        symbol="",
        place="",
        numbered=False,
        urgency=None,
    )
    return replace(
        made.document,
        head=head,
        signature=Signature(),
        second=None,
        addressees=(),
        recipients=(),
        attached=None,
    )


def _numbered(made: Document) -> Document:
    """Provisions with their permanent ids, counted through the document, its annexes and what it carries."""
    ids = (f"p{number}" for number in count(1))
    return _with_ids(made, ids)


def _with_ids(made: Document, ids: Iterator[str]) -> Document:
    attached = made.attached
    return replace(
        made,
        sections=tuple(_section(section, ids) for section in made.sections),
        annexes=tuple(
            replace(annex, sections=tuple(_section(section, ids) for section in annex.sections))
            for annex in made.annexes
        ),
        attached=attached and _with_ids(attached, ids),
    )


def _section(section: Section, ids: Iterator[str]) -> Section:
    return replace(
        section,
        blocks=tuple(
            replace(block, id=next(ids)) if isinstance(block, Provision) else block
            for block in section.blocks
        ),
    )
