"""References of a document to its own provisions and annexes that point nowhere.

Only what is surely meant of the document itself is judged: it says so ("Kế hoạch này", "Điều này"), or the sentence
names no other document. Words for the levels are used loosely in plans: labels alone are followed.
Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from thammuu_core import citations
from thammuu_core.citations import InternalReference
from thammuu_core.citations.pinpoints import Step
from thammuu_core.errors import Severity
from thammuu_core.formats.looks import quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.nodes import Node, Tree
from thammuu_core.formats.numbering import amends
from thammuu_core.formats.registry import rule
from thammuu_core.provisions import Level, Provision
from thammuu_core.text import fold_keep, read_roman

_FOREIGN = re.compile(
    r"\b(?:luat|bo luat|phap lenh|nghi dinh|thong tu|hien phap|quy chuan|tieu chuan|(?:quyet dinh|nghi quyet|van ban|cong van|ke hoach|bao cao) so|sua doi|bo sung|bai bo|thay the)\b"
)
_APPENDIX = "Phụ lục"


@dataclass(frozen=True)
class _Text:
    """One text with its provisions by label."""

    tree: Tree

    @cached_property
    def labelled(self) -> dict[str, list[Provision]]:
        found: dict[str, list[Provision]] = {}
        for node in self.tree.nodes:
            if node.provision.label:
                found.setdefault(_key(node.provision.label), []).append(node.provision)
        return found

    @cached_property
    def sorts(self) -> frozenset[str]:
        return frozenset(map(_sort, self.labelled))

    @cached_property
    def has_articles(self) -> bool:
        return any(node.provision.level is Level.ARTICLE for node in self.tree.nodes)

    def leads(self, labels: tuple[str, ...], *, article: bool) -> bool:
        """Whether the labels, the outermost first, name a provision; decimals are one label as well as several."""
        outermost = self.labelled.get(_key(labels[0]), [])
        if article:
            return any(one.level is Level.ARTICLE and _below(one, labels[1:]) for one in outermost)
        return ".".join(labels) in self.labelled or any(_below(one, labels[1:]) for one in outermost)


@rule("VD-01")
def internal_reference(checked: Checked) -> Iterator[Hit]:
    """Each path that leads to no provision."""
    texts = tuple(_Text(tree) for tree in checked.trees)
    for text in texts:
        for node in text.tree.nodes:
            for reference in citations.references(node.spot.text):
                yield from _astray(checked, texts, text, node, reference)


def _astray(
    checked: Checked, texts: Sequence[_Text], text: _Text, node: Node, reference: InternalReference
) -> Iterator[Hit]:
    written = node.spot.text[reference.start : reference.end].casefold()
    if not all(step.noun.casefold() in written for steps in reference.targets for step in steps):
        return  # "lỗ khoan 76", "một phần ý kiến": the grammar reads words without their marks
    meant = _meant(checked, texts, text, node, reference)
    for steps in reference.targets if meant else ():
        if steps and not _leads(checked, meant, node, steps):
            spot = node.spot.cut(reference.start, reference.end)
            yield Hit(
                f"{quoted(spot)}: không có {_said(steps)} trong văn bản; kiểm tra lại viện dẫn.",
                spot,
                node.where,
                at_most=None if reference.document or _is_deictic(steps) else Severity.WARNING,
            )
            return


def _meant(
    checked: Checked, texts: Sequence[_Text], text: _Text, node: Node, reference: InternalReference
) -> Sequence[_Text]:
    """The texts in which the target may stand; none where another document may be meant."""
    if reference.document:
        kind = checked.elements.kind
        named = [one for one in texts if one.tree.name.casefold() == reference.document.casefold()]
        return named or (texts[:1] if kind and kind.name == reference.document else ())
    if any(_is_deictic(steps) for steps in reference.targets) or _is_own(checked, node, reference):
        return (text,)
    return ()


def _is_own(checked: Checked, node: Node, reference: InternalReference) -> bool:
    """Whether a path without a document's name is surely the document's own: whole to its outermost level, in a
    finished sentence that names no other document, in a text that changes none."""
    text = node.spot.text
    return (
        all(_is_whole(steps) for steps in reference.targets)
        and text.rstrip().endswith((".", ";", ":", ")", "./."))
        and not text.lstrip().startswith(("“", '"'))
        and not _FOREIGN.search(fold_keep(text))
        and not citations.find(text)
        and not amends(checked)
    )


def _is_whole(steps: tuple[Step, ...]) -> bool:
    first = steps[0] if steps else None
    if first is None or first.label is None:
        return False
    roman = read_roman(first.label.split(".")[0]) is not None
    return first.noun == "Điều" or (first.noun in ("Mục", "Phần", "Chương", _APPENDIX) and roman)


def _leads(checked: Checked, texts: Sequence[_Text], node: Node, steps: tuple[Step, ...]) -> bool:
    first, *rest = steps
    if first.noun == _APPENDIX:
        return _has_appendix(checked, first.label)
    if first.label is None:
        return _from_here(node, first, rest)
    labels = tuple(part for step in steps for part in (step.label or "").split(".") if part)
    article = first.noun == "Điều"
    if not any(text.has_articles if article else _sort(labels[0]) in text.sorts for text in texts):
        return True  # no labels of that sort at all: the words are meant in some other way
    return any(text.leads(labels, article=article) for text in texts)


def _from_here(node: Node, first: Step, rest: Sequence[Step]) -> bool:
    """ "khoản 2 Điều này": only an article that is surely around is searched."""
    articles = [one for one in (*node.above, node.provision) if one.level is Level.ARTICLE]
    if first.noun != "Điều" or not articles or not rest:
        return True
    labels = tuple(part for step in rest for part in (step.label or "").split(".") if part)
    return not articles[-1].children or _below(articles[-1], labels)


def _has_appendix(checked: Checked, label: str | None) -> bool:
    """Whether the file holds it; a file without any leaves them to other files."""
    numbers = {
        annex.label.rpartition(" ")[2]
        for annex in checked.elements.annexes
        if annex.label.startswith(f"{_APPENDIX} ")
    }
    if label is None or not numbers:
        return True
    return _key(label) in map(_key, numbers)


def _below(node: Provision, labels: tuple[str, ...]) -> bool:
    """Whether a path leads down; a level in between may be left out, and decimals repeat the labels above them."""
    if not labels:
        return True
    for child in node.children:
        for one in child.walk():
            last = one.label.rpartition(".")[2]
            if _key(labels[0]) in (_key(one.label), _key(last)) and _below(one, labels[1:]):
                return True
    return False


def _sort(label: str) -> str:
    if label.isdecimal():
        return "number"
    return "roman" if read_roman(label) else "letter" if len(label) == 1 and label.isalpha() else "other"


def _key(label: str) -> str:
    """ "01" is "1"."""
    return label.lstrip("0") if label.isdecimal() else label


def _is_deictic(steps: tuple[Step, ...]) -> bool:
    return bool(steps) and steps[0].label is None


def _said(steps: tuple[Step, ...]) -> str:
    return " ".join(f"{step.noun} {step.label or 'này'}" for step in reversed(steps))
