"""How parts, chapters, articles, clauses and points are headed and numbered.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.d and e.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thammuu_core.formats.looks import Look, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.nodes import Node, Tree
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot
from thammuu_core.outline import said_label
from thammuu_core.provisions import Level

_HIGH = frozenset({Level.PART, Level.CHAPTER})
_LOW = frozenset({Level.SECTION, Level.SUBSECTION})
_NUMBER = Look((13, 14), bold=True, italic=False, capitals=False, centred=True)
_TITLE = Look((13, 14), bold=True, italic=False, capitals=True, centred=True)
_ROMAN = Look((13, 14), bold=True, italic=False, capitals=True)
_NUMBERED = re.compile(r"\d+\s*\.")
_SLASHED = re.compile(r"\d+[a-zđ]?\s*[)/]")
_UNCLOSED = re.compile(r"[a-zđ]\d?\s*[./:]")
_AFTER_TITLE = re.compile(r"[:(]\s*\S")
_GOES_ON = (".", ":", ";", ",")
"""After these an article's first line is a sentence, no title."""
_LETTER = re.compile(r"[a-zđ]")


@rule("TT-206")
def headings(checked: Checked) -> Iterator[Hit]:
    """Parts, chapters and sections have titles; articles where most of the others have."""
    for tree in _own(checked):
        for node in tree.nodes:
            if node.provision.level in _HIGH | _LOW and not node.provision.heading and node.spot.filled:
                yield Hit(f"{said_label(node.provision)} chưa có tiêu đề.", node.spot.tight, node.where)
        articles = [node for node in tree.nodes if node.provision.level is Level.ARTICLE]
        bare = [node for node in articles if not node.provision.heading]
        if bare and len(bare) * 4 < len(articles) and (tree.name or not checked.elements.bases):
            names = ", ".join(said_label(node.provision) for node in bare)
            yield Hit(f"{names} chưa có tiêu đề như các điều khác.", bare[0].spot.tight, bare[0].where)


@rule("TT-211")
def part_look(checked: Checked) -> Iterator[Hit]:
    """Phần, Chương: the number on a line, the title on the next."""
    yield from _headed(checked, _HIGH, "Dòng số của phần, chương", "Tiêu đề phần, chương")


@rule("TT-212")
def section_look(checked: Checked) -> Iterator[Hit]:
    """Mục, Tiểu mục: the same."""
    yield from _headed(checked, _LOW, "Dòng số của mục, tiểu mục", "Tiêu đề mục, tiểu mục")


@rule("TT-213")
def article_look(checked: Checked) -> Iterator[Hit]:
    """ "Điều 1." and its title bold, in one line."""
    for tree in _own(checked):
        articles = [node for node in tree.nodes if node.provision.level is Level.ARTICLE]
        bold = Look(bold=True, italic=False, capitals=False)
        yield from looks(
            (node.label for node in articles if node.label.filled), bold, "Chữ “Điều” và số thứ tự"
        )
        titles = (
            node.words
            for node in articles
            if node.provision.heading and not node.spot.text.rstrip().endswith(_GOES_ON)
        )
        yield from looks(titles, bold, "Tiêu đề điều")
        unstopped = [node for node in articles if node.label.filled and not node.label.text.endswith(".")]
        if unstopped:
            shown = unstopped[0].label
            yield Hit(f"Sau {quoted(shown)}{_more(unstopped)} phải là dấu chấm.", shown, unstopped[0].where)


@rule("TT-214")
def clause_look(checked: Checked) -> Iterator[Hit]:
    """A stop after the number of a clause; its title, where it has one on a line of its own, bold."""
    for tree in _own(checked):
        titled = [node for node in tree.nodes if _is_titled_clause(node)]
        yield from looks((node.words for node in titled), Look(bold=True), "Tiêu đề khoản")
        wrong = [
            node
            for node in tree.nodes
            if node.provision.level is Level.ARABIC and _SLASHED.fullmatch(node.provision.shown)
        ]
        if wrong:
            shown = wrong[0].provision.shown
            yield Hit(
                f"Số thứ tự khoản viết “{shown}”{_more(wrong)}; sau số phải là dấu chấm: “{wrong[0].provision.label}.”.",
                wrong[0].spot.tight,
                wrong[0].where,
            )


@rule("TT-215")
def points(checked: Checked) -> Iterator[Hit]:
    """a, b, c, d, đ, e, g …, each with a closing bracket; there is no f, j, w, z."""
    for tree in _own(checked):
        letters = [node for node in tree.nodes if node.provision.level is Level.LETTER]
        letters = [node for node in letters if _LETTER.fullmatch(node.provision.label[:1])]
        unclosed = [node for node in letters if _UNCLOSED.fullmatch(node.provision.shown)]
        if unclosed:
            shown = unclosed[0].provision.shown
            yield Hit(
                f"Điểm viết “{shown}”{_more(unclosed)}; sau chữ cái phải là dấu đóng ngoặc: “{unclosed[0].provision.label})”.",
                unclosed[0].spot.tight,
                unclosed[0].where,
            )
        for node, after in _following(letters):
            if after == "d" and node.provision.label == "e":
                yield Hit("Sau điểm d phải là điểm đ rồi mới đến điểm e.", node.spot.tight, node.where)
            elif node.provision.label in ("f", "j", "w", "z") and after:
                yield Hit(
                    f"Điểm {node.provision.label} không có trong bảng chữ cái tiếng Việt; đánh lại theo a, b, c, d, đ, e, g, h, i, k, l, m, n …",
                    node.spot.tight,
                    node.where,
                )


@rule("TT-222")
def roman_look(checked: Checked) -> Iterator[Hit]:
    """ "I." and its title in one line, capitals, bold."""
    for tree in _own(checked):
        titled = [
            node for node in tree.nodes if node.provision.level is Level.ROMAN and node.provision.heading
        ]
        yield from looks((_title_of(node.words) for node in titled), _ROMAN, "Tiêu đề mục số La Mã")


def _title_of(words: Spot) -> Spot:
    """The title without what is said after it in the same line: "III. KINH PHÍ: Từ ngân sách tỉnh"."""
    found = _AFTER_TITLE.search(words.text)
    return words.cut(0, found.start()).tight if found else words


def _own(checked: Checked) -> list[Tree]:
    """The main text and what it issues; tables and lists of a Phụ lục are laid out as they need."""
    return [tree for tree in checked.trees if not tree.name.startswith("Phụ lục")]


def _is_titled_clause(node: Node) -> bool:
    return (
        node.provision.level is Level.ARABIC
        and bool(node.provision.heading)
        and bool(_NUMBERED.fullmatch(node.provision.shown))
        and not node.spot.text.rstrip().endswith(_GOES_ON)
        and "…" not in node.spot.text
        and not _AFTER_TITLE.search(node.words.text)
    )


def _headed(checked: Checked, levels: frozenset[Level], number: str, title: str) -> Iterator[Hit]:
    for tree in _own(checked):
        nodes = [node for node in tree.nodes if node.provision.level in levels and node.provision.heading]
        inline = [node for node in nodes if node.words.filled]
        yield from looks((node.spot.tight for node in nodes if node not in inline), _NUMBER, number)
        yield from looks((spot for node in nodes for spot in _title(tree, node)), _TITLE, title)
        if inline:
            yield Hit(
                f"Tiêu đề ở cùng dòng với {quoted(inline[0].label)}{_more(inline)}; phải ở dòng dưới.",
                inline[0].spot.tight,
                inline[0].where,
            )


def _title(tree: Tree, node: Node) -> Iterator[Spot]:
    """The lines of a title below its number."""
    below = {child.id for child in node.provision.children if not child.label}
    heading = " ".join((node.provision.heading or "").split())
    for other in tree.nodes:
        words = " ".join(other.spot.text.strip(" *_").split())
        if other.provision.id in below and words and words in heading:
            yield other.spot.tight


def _following(letters: Sequence[Node]) -> Iterator[tuple[Node, str]]:
    """Each point with the letter of the one before it under the same clause; "" for the first."""
    last: dict[str, str] = {}
    for node in letters:
        parent = node.above[-1].id if node.above else ""
        yield node, last.get(parent, "")
        last[parent] = node.provision.label


def _more(nodes: Sequence[Node]) -> str:
    return f" (và {len(nodes) - 1} chỗ khác)" if len(nodes) > 1 else ""
