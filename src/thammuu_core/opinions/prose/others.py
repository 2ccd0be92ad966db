"""Opinions on another document of the dossier: the Tờ trình beside the draft, a report, a second draft."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from thammuu_core.anchors.version import Version
from thammuu_core.kinds import kind_names
from thammuu_core.opinions.prose.phrases import small
from thammuu_core.plans.header.elements import read_header

_BEGINS = r"^\W*(?:(?:về|đối với|tại|trong|góp ý|phần|nội dung|ý kiến(?: về| đối với)?|ở)\s+)*"
_DRAFTED = (
    "tờ trình",
    "báo cáo",
    "quyết định",
    "nghị quyết",
    "kế hoạch",
    "đề án",
    "quy chế",
    "chỉ thị",
    "thông tư",
    "nghị định",
)
"""Kinds that stand beside a draft in its dossier; other names of kinds are words of any sentence: "phương án"."""
_ENDS = re.compile(r"\s*(?:[:,]|$|kèm theo\b)")
_CITED = re.compile(r"\s*(?:số\s*)?:?\s*\d+/")


def other_document(sentence: str, context: Sequence[str], version: Version) -> str | None:
    """The kind of the document that the sentence or the nearest heading speaks of, where it is not the version.

    A letter on a Kế hoạch with "2. Đối với dự thảo Tờ trình" gives "Tờ trình" for what stands below. None as well
    where the version does not say what it is.
    """
    own = _own(_Held(version))
    if not own:
        return None
    for text in (sentence, *reversed(context)):
        if named := _named(text):
            return None if small(named) in own else named
    return None


def _named(text: str) -> str | None:
    """The kind of a document in hand that a text begins with; a numbered document, or a law, is only cited."""
    said = small(text)
    found = _pattern().match(said)
    if not found or _CITED.match(said, found.end()):
        return None
    kind = text[found.start("kind") : found.end("kind")]
    led = said[: found.start("kind")].strip(" .-–:")
    stands_alone = kind[0].isupper() and found["kind"] in _DRAFTED and bool(_ENDS.match(said, found.end()))
    if found["draft"] or found["kind"] == "tờ trình" or (led and stands_alone):
        return kind.capitalize()
    return None


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(small(name)) for name in sorted(kind_names(), key=len, reverse=True))
    return re.compile(rf"{_BEGINS}(?P<draft>dự thảo\s+)?(?P<kind>{names})\b")


class _Held:
    """A version as a key: two are the same when they are one object."""

    def __init__(self, version: Version) -> None:
        self.version = version

    def __hash__(self) -> int:
        return id(self.version)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.version is self.version


@lru_cache(maxsize=8)
def _own(held: _Held) -> frozenset[str]:
    """What the version may be called: its kind, and those that its title and its annexes name."""
    header = read_header(held.version.outline)
    if not header.kind_name:
        return frozenset()
    title = small(header.title or "")
    named = {small(name) for name in kind_names() if re.search(rf"\b{re.escape(small(name))}\b", title)}
    labels = {small(each.label) for each in held.version.outline.attachments}
    return frozenset({small(header.kind_name), *named, *labels})
