"""Bản tổng hợp, tiếp thu, giải trình: a merge as the facts of a template, by provision or by agency.

The answers are left to people: their cells are blank, and what is counted by results is "…" until all have one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from thammuu_core.anchors import Version
from thammuu_core.compositions.consolidated import wording
from thammuu_core.compositions.consolidated.listing import Entry, Listing, Loose, Member, Voice, listing
from thammuu_core.compositions.model import Composed, Facts, Template, Value, key
from thammuu_core.compositions.supplied import compose
from thammuu_core.opinions import Clash, Merge
from thammuu_core.outline import in_capitals
from thammuu_core.plans.header.elements import read_header
from thammuu_core.text import fold
from thammuu_core.text.first_letter import small_first

ASKED = "nơi được lấy ý kiến"
SILENT = "nơi không trả lời"
_CLASHES = {
    Clash.CONTRADICTORY: "Mâu thuẫn với ý kiến của",
    Clash.ALTERNATIVE: "Cùng chỗ, khác lời với ý kiến của",
}
"""What a table tells of proposals that meet; those that can both stand need no word."""
_TWO_FILES = "Khác nhau ngay giữa các tệp của"
_NARROW = 3
"""Names that a narrow column has room for."""


class By(StrEnum):
    """In which order opinions stand."""

    PROVISION = "provision"
    AGENCY = "agency"


TEMPLATES = {By.PROVISION: "tong-hop-y-kien", By.AGENCY: "tong-hop-theo-co-quan"}


def consolidated_table(
    merge: Merge,
    version: Version,
    by: By = By.PROVISION,
    known: Facts | None = None,
    template: Template | None = None,
) -> Composed:
    """The table as a document, and what is missing in it.

    `known` are facts that no reply tells, by the names of the template: "cơ quan", "nơi được lấy ý kiến" …; they go
    before what is read. An agency's own `template` takes the place of ours. Raises WrongFact.
    """
    return compose(template or TEMPLATES[by], consolidated_facts(merge, version, by, known))


def consolidated_facts(
    merge: Merge, version: Version, by: By = By.PROVISION, known: Facts | None = None
) -> Facts:
    """The merge by the names of the template."""
    given = {key(name): value for name, value in (known or {}).items()}
    told = listing(merge, version)
    rows = {By.PROVISION: _by_provision, By.AGENCY: _by_agency}[by]
    made: dict[str, Value] = {
        "văn bản dự thảo": _title(version),
        "nơi trả lời": told.answered,
        SILENT: silent(given, told.answered),
        "ý kiến": tuple(rows(told, merge)),
        "nhất trí": tuple(_agreeing(told.voices, wholly=True)),
        "cơ bản nhất trí": tuple(_agreeing(told.voices, wholly=False)),
        "gửi lại không sửa": told.returned,
        "chưa đọc được": tuple(_unread(told, merge)),
    }
    return {key(name): value for name, value in made.items()} | given


def silent(known: Facts, answered: Iterable[str]) -> tuple[str, ...]:
    """Those asked who are not among those that answered, whatever the case and the marks of their names."""
    asked = next((value for name, value in known.items() if key(name) == key(ASKED)), None) or ()
    names = (asked,) if isinstance(asked, str) else asked if isinstance(asked, Sequence) else ()
    heard = set(map(_alike, answered))
    return tuple(str(name) for name in names if _alike(str(name)) not in heard)


def _alike(name: str) -> str:
    return " ".join(fold(name).split())


def _title(version: Version) -> str | None:
    """As its own head says; None when it says nothing."""
    head = read_header(version.outline)
    if not head.title:
        return None
    title = head.title if in_capitals(head.title) else small_first(head.title)
    return f"{head.kind_name} {title}" if head.kind_name else title


def _by_provision(told: Listing, merge: Merge) -> Iterator[Mapping[str, Value]]:
    for entry in told.entries:
        against = clashes(entry)
        content = "\n".join(filter(None, (content_of(entry.members), against)))
        yield {"chỗ": entry.place, "chủ thể": entry.agencies, "nội dung": content}
    for one in told.loose:
        yield {"chỗ": _reason(one), "chủ thể": (one.agency,), "nội dung": wording.not_placed(one.unplaced)}


def content_of(members: Sequence[Member]) -> str:
    """What they ask, once where they say it alike, else each in its own words; then what each says beside it."""
    asked = wording.by_words((member.asked, member.agency) for member in members)
    beside = wording.by_words((words, member.agency) for member in members for words in member.beside)
    alone = len({member.agency for member in members}) == 1
    lines = [words if len(asked) == 1 else f"{', '.join(names)}: {words}" for words, names in asked.items()]
    lines += [words if alone else f"{', '.join(names)} – {words}" for words, names in beside.items()]
    return "\n".join(lines)


def clashes(entry: Entry, most: int = 8) -> str:
    """With whom it cannot stand, or not as it is; so many are named."""
    lines = []
    for kind, words in _CLASHES.items():
        others = [agency for agency in entry.against.get(kind, ()) if agency not in entry.agencies]
        own = [agency for agency in entry.against.get(kind, ()) if agency in entry.agencies]
        lines += [f"{words} {wording.listed(others, most)}."] if others else []
        lines += [f"{_TWO_FILES} {wording.listed(own, most)}."] if own else []
    return "\n".join(dict.fromkeys(lines))


def _by_agency(told: Listing, merge: Merge) -> Iterator[Mapping[str, Value]]:
    for agency, rows in _agencies(told).items():
        for replies, content, note in rows:
            letters = wording.distinct(wording.letter(merge.replies[reply].reference) for reply in replies)
            carried = "; ".join(filter(None, letters))
            yield {"cơ quan": agency, "văn bản": carried, "nội dung": content, "ghi chú": note}


_AgencyRow = tuple[tuple[int, ...], str, str]
"""Indexes of the replies, what is said, what stands beside it."""


def _agencies(told: Listing) -> dict[str, list[_AgencyRow]]:
    """Agency by agency, in the order in which they answered; what it says in two files once, what has no place last."""
    found: dict[str, list[_AgencyRow]] = {agency: [] for agency in told.agencies}
    for entry in told.entries:
        for agency in entry.agencies:
            own = tuple(member for member in entry.members if member.agency == agency)
            content = f"{entry.place}: {content_of(own)}"
            found[agency].append((tuple(member.key[0] for member in own), content, _note(entry, agency)))
    for one in told.loose:
        found[one.agency].append(((one.reply,), wording.not_placed(one.unplaced), _reason(one)))
    return found


def _note(entry: Entry, own: str) -> str:
    others = [agency for agency in entry.agencies if agency != own]
    shared = f"Cùng ý kiến: {wording.listed(others, _NARROW)}." if others else ""
    return "\n".join(filter(None, (shared, clashes(entry, _NARROW))))


def _reason(loose: Loose) -> str:
    return f"{wording.NO_PLACE}: {small_first(loose.unplaced.reason)}"


def _agreeing(voices: Iterable[Voice], *, wholly: bool) -> Iterator[Mapping[str, Value]]:
    several = wording.by_words((voice.words, voice.agency) for voice in voices if voice.wholly == wholly)
    for words, agencies in several.items():
        yield {"chủ thể": tuple(agencies), "nội dung": words}


def _unread(told: Listing, merge: Merge) -> Iterator[str]:
    for number in told.unread:
        agency, file = told.agencies[number], merge.replies[number].file
        yield file if agency == file else f"{agency} (tệp {file})"
