"""The text of a template → `Template`; every placeholder must be declared, and every error names its line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field, replace

from thammuu_core.compositions import lines
from thammuu_core.compositions.model import (
    LAST_ARTICLE,
    PLACE,
    AnnexText,
    Count,
    Each,
    Field,
    Grid,
    GridColumn,
    Inserted,
    Kind,
    Line,
    Maybe,
    Name,
    Node,
    Piece,
    Setting,
    Slot,
    Sum,
    Template,
    Turn,
    When,
    Words,
    key,
)
from thammuu_core.compositions.refusals import BadTemplate
from thammuu_core.rendering import Align

_HEAD = ("mẫu", "điền vào", "thể thức", "nội dung")
_DIRECTIVE = re.compile(r"\[(?P<word>[^\W\d_]+(?: [^\W\d_]+)*?)(?:\s*:\s*(?P<rest>.+))?\]\s*(?P<after>.*)")
_OPENERS = {"mỗi": "mỗi", "nếu có": "nếu", "nếu không có": "nếu", "bảng": "bảng"}
_ALIGN = {"trái": Align.LEFT, "giữa": Align.CENTER, "phải": Align.RIGHT}
SETTINGS = (
    "ký hiệu", "trích yếu", "kính gửi", "nơi nhận", "không số", "không ngày", "ký trái", "ký phải", "không ký", "kèm theo",
    "không kết thúc", "cỡ nhỏ",
)  # fmt: skip
"""What may stand under [thể thức] besides the kind."""


@dataclass(slots=True)
class _Open:
    """A part of the body that is not yet closed."""

    word: str
    name: str
    number: int
    nodes: list[Node] = field(default_factory=list)
    columns: list[GridColumn] = field(default_factory=list)
    group: str = ""
    total: str = ""


def read_template(code: str, text: str, common: tuple[Field, ...] = ()) -> Template:
    """The template; `common` are the fields that every template has. Raises BadTemplate."""
    rooms = _rooms(text)
    told = dict(_pairs(rooms["mẫu"]))
    fields = (*common, *(_field(number, words) for number, words in rooms["điền vào"]))
    settings = tuple(
        Setting(name, number, lines.pieces(words, number))
        for number, (name, words) in zip(
            (number for number, _ in rooms["thể thức"]), _pairs(rooms["thể thức"]), strict=True
        )
    )
    kind = next(("".join(_plain(one.pieces)) for one in settings if one.name == "tên loại"), "")
    kept = tuple(one for one in settings if one.name != "tên loại")
    for one in kept:
        if one.name not in SETTINGS:
            raise BadTemplate(
                one.number, f"không có yếu tố thể thức “{one.name}”; dùng: tên loại, {', '.join(SETTINGS)}."
            )
    body, annexes = _body(rooms["nội dung"])
    template = Template(code, told.get("tên", kind), kind, told.get("nguồn", ""), fields, kept, body, annexes)
    used = _Names(template).check() | frozenset(map(key, _of_the_head({one.name for one in kept})))
    idle = frozenset(
        one.key for one in common if one.key not in used and one.key.partition(".")[0] not in used
    )
    return replace(template, fields=tuple(one for one in fields if one.key not in idle), unused=idle)


def _of_the_head(settings: Set[str]) -> Iterator[str]:
    """Common fields that the form asks for, not the words."""
    yield from ("cơ quan", "cơ quan chủ quản", "độ khẩn")
    if "không số" not in settings:
        yield "số"
    if "không ngày" not in settings:
        yield from ("địa danh", "ngày", "ghi đủ ngày")
    if not {"ký phải", "không ký"} & settings:
        yield "người ký"


def read_fields(text: str) -> tuple[Field, ...]:
    """Fields alone, in the manner of [điền vào]. Raises BadTemplate."""
    return tuple(_field(number, words) for number, words in _rooms(f"[điền vào]\n{text}")["điền vào"])


def _plain(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Words):
            yield piece.text


def _rooms(text: str) -> dict[str, list[tuple[int, str]]]:
    """The lines of each of the four rooms, with their numbers; remarks and empty lines left out."""
    rooms: dict[str, list[tuple[int, str]]] = {name: [] for name in _HEAD}
    room = ""
    for number, raw in enumerate(unicodedata.normalize("NFC", text).splitlines(), 1):
        words = raw.strip()
        if not words or words.startswith("#"):
            continue
        if words[1:-1] in rooms and words == f"[{words[1:-1]}]":
            room = words[1:-1]
        elif not room:
            raise BadTemplate(number, "phải bắt đầu bằng [mẫu].")
        else:
            rooms[room].append((number, words))
    return rooms


def _pairs(room: list[tuple[int, str]]) -> Iterator[tuple[str, str]]:
    for number, words in room:
        name, colon, value = words.partition(":")
        if not colon:
            raise BadTemplate(number, "viết theo lối “tên: nội dung”.")
        yield name.strip(), value.strip()


def _field(number: int, words: str) -> Field:
    cells = [cell.strip() for cell in words.split("|")]
    if len(cells) != 4 or not cells[0]:
        raise BadTemplate(number, "mục cần điền viết theo lối “tên | loại | bắt buộc | chú thích”.")
    name, kind, rule, label = cells
    if kind not in set(Kind):
        raise BadTemplate(number, f"không có loại “{kind}”; dùng: {', '.join(Kind)}.")
    if rule not in ("", "bắt buộc") and not rule.startswith("mặc định "):
        raise BadTemplate(number, "cột thứ ba để trống, ghi “bắt buộc” hoặc “mặc định …”.")
    return Field(
        name,
        label,
        Kind(kind),
        rule == "bắt buộc",
        rule.removeprefix("mặc định ") if rule != "bắt buộc" else "",
    )


def _body(room: list[tuple[int, str]]) -> tuple[tuple[Node, ...], tuple[AnnexText, ...]]:
    whole = _Open("", "", 0)
    annexes: list[tuple[tuple[Piece, ...], _Open]] = []
    stack = [whole]
    for number, words in room:
        found = _DIRECTIVE.fullmatch(words)
        word = found["word"] if found else ""
        if found and word == "phụ lục":
            if len(stack) > 1:
                raise BadTemplate(stack[-1].number, f"[{stack[-1].word}: …] chưa có [hết].")
            annexes.append((lines.pieces(found["rest"] or "", number), _Open("", "", number)))
            stack = [annexes[-1][1]]
        elif found and word in _OPENERS:
            if not found["rest"]:
                raise BadTemplate(number, f"viết [{word}: tên mục].")
            stack.append(_Open(word, found["rest"], number))
        elif found and word == "hết":
            if len(stack) == 1:
                raise BadTemplate(number, "[hết] thừa: không có phần nào đang mở.")
            closed = stack.pop()
            stack[-1].nodes.append(_closed(closed))
        else:
            _take(stack[-1], number, words, word, found["rest"] if found else "")
    if len(stack) > 1:
        raise BadTemplate(stack[-1].number, f"[{stack[-1].word}: …] chưa có [hết].")
    return tuple(whole.nodes), tuple(AnnexText(title, tuple(part.nodes)) for title, part in annexes)


def _take(part: _Open, number: int, words: str, word: str, rest: str) -> None:
    """One line into the part that is open."""
    if part.word == "bảng":
        _take_column(part, number, words)
    elif word in ("trang ngang", "trang dọc"):
        part.nodes.append(Turn(word == "trang ngang"))
    elif word == "chèn" and rest:
        part.nodes.append(Inserted(lines.path(rest), number))
    elif word and word not in ("giữa", "ban hành"):
        raise BadTemplate(number, f"không hiểu “{words}”.")
    else:
        part.nodes.append(lines.line(words, number))


def _take_column(part: _Open, number: int, words: str) -> None:
    if words.startswith("nhóm:"):
        part.group = words.removeprefix("nhóm:").strip()
        return
    if words.startswith("cộng:"):
        part.total = words.removeprefix("cộng:").strip()
        return
    cells = [cell.strip() for cell in words.split("|")]
    if len(cells) != 3:
        raise BadTemplate(number, "cột của bảng viết theo lối “đầu cột | độ rộng | {chỗ điền}”.")
    width, _, align = cells[1].partition(" ")
    if not width.isdecimal() or int(width) == 0 or (align and align not in _ALIGN):
        raise BadTemplate(number, "độ rộng là số, sau có thể ghi trái, giữa hoặc phải.")
    part.columns.append(
        GridColumn(cells[0], float(width), _ALIGN.get(align, Align.LEFT), lines.pieces(cells[2], number))
    )


def _closed(part: _Open) -> Node:
    path = lines.path(part.name)
    if part.word == "bảng":
        if not part.columns:
            raise BadTemplate(part.number, "bảng không có cột nào.")
        return Grid(path, tuple(part.columns), part.number, part.group, part.total)
    if part.word == "mỗi":
        return Each(path, tuple(part.nodes), part.number)
    return When(path, part.word == "nếu có", tuple(part.nodes), part.number)


class _Names:
    """Holds every name of a template against its fields."""

    def __init__(self, template: Template) -> None:
        self._known = {field.key for field in template.fields}
        self._template = template
        self._used: set[str] = set()

    def check(self) -> frozenset[str]:
        """The keys of the names used. Raises BadTemplate at the first that is not declared."""
        for setting in self._template.settings:
            self._pieces(setting.pieces, setting.number, ())
        self._nodes(self._template.body, ())
        for annex in self._template.annexes:
            self._pieces(annex.title, 0, ())
            self._nodes(annex.nodes, ())
        return frozenset(self._used)

    def _nodes(self, nodes: tuple[Node, ...], inside: tuple[str, ...]) -> None:
        for node in nodes:
            match node:
                case Line():
                    self._pieces(node.pieces, node.number, inside)
                case Each() | When():
                    self._name(node.path, node.number, inside)
                    self._nodes(node.nodes, node.path if isinstance(node, Each) else inside)
                case Inserted():
                    self._name(node.path, node.number, inside)
                case Grid():
                    self._name(node.path, node.number, inside)
                    for column in node.columns:
                        self._pieces(column.pieces, node.number, node.path)
                    if node.group:
                        self._name((*node.path, node.group), node.number, inside)
                case Turn():
                    pass

    def _pieces(self, pieces: Iterable[Piece], number: int, inside: tuple[str, ...]) -> None:
        for piece in pieces:
            if isinstance(piece, Maybe):
                self._pieces(piece.pieces, number, inside)
            if not isinstance(piece, Slot):
                continue
            match piece.value:
                case Name(path):
                    self._name(path, number, inside)
                case Count(path, column):
                    self._name((*path, column) if column else path, number, inside)
                case Sum(path, column):
                    self._name((*path, column), number, inside)

    def _name(self, path: tuple[str, ...], number: int, inside: tuple[str, ...]) -> None:
        name = ".".join(path)
        self._used.add(key(name))
        if key(name) in self._known or name == LAST_ARTICLE or (inside and name == PLACE):
            return
        raise BadTemplate(number, f"“{name}” chưa khai ở phần [điền vào].")
