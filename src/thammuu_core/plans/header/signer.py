"""Who signs: the authority lines (TM., KT., TL., TUQ.), the title, the name.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from thammuu_core.outline import in_capitals, signs
from thammuu_core.outline.signatures import AUTHORITY, BROKEN, NAME, OFFICE
from thammuu_core.plans.header.blocks import cells
from thammuu_core.plans.model import Signer
from thammuu_core.provisions import Provision
from thammuu_core.text import fold_keep
from thammuu_core.text.tables import rows

REMARK = re.compile(
    r"\(?\s*(?:da ky|ky ten|ky, ghi ro|ky va ghi|chu ky|ky so|ky dien tu|dong dau|ky boi)\b[^)\n]*\)?|\(\s*\)"
)
"""What stands for a signature: "(Đã ký)"; in folded text."""
RANK = re.compile(
    r"(?:(?:gs|pgs|ts|ths|bs|ks|cn|bsckii|bscki|tskh|pho giao su|giao su|tien si|thac si|bac si|ky su|cu nhan|"
    r"duoc si|kien truc su|ky thuat vien|nha giao|luat su|dai tuong|thuong tuong|trung tuong|thieu tuong|dai ta|"
    r"thuong ta|trung ta|thieu ta|dong chi)\b[. ]+)+"
)
"""Titles, degrees and ranks before a name; in folded text."""
_LAST_NAME = re.compile(rf"(?<!\S){NAME.pattern}\s*$")
_LINES = 16
"""A signature block is no longer, blank lines aside."""


def read_signer(back: Iterable[Provision]) -> Signer | None:
    """The first signature of the closing block; None where nobody signs."""
    block = [line for cell in cells(back) for line in map(_from_authority, cell)]
    start = next((place for place, line in enumerate(block) if signs(line)), None)
    if start is None:
        return None
    lines, name = _offices_and_name(block[start : start + _LINES])
    authority, title = authority_and_title(lines)
    return Signer(tuple(authority), title, name or _stray_name(block))


def _from_authority(line: str) -> str:
    """The line from its authority on, where capitals about something else run into it."""
    found = AUTHORITY.search(line)
    return line[found.start() :] if found and in_capitals(line[: found.start()]) else line


def _offices_and_name(block: Sequence[str]) -> tuple[list[str], str | None]:
    """The lines above the name, and the name: in title case, else in capitals on the last line."""
    lines: list[str] = []
    for line in map(_without_remark, block):
        if line.startswith(("-", "–", "[")) or fold_keep(line).startswith("noi nhan"):
            break
        if lines and NAME.fullmatch(_without_rank(line)):
            return lines, _without_rank(line)
        found = _LAST_NAME.search(line)
        if found and in_capitals(line[: found.start()]):
            return [*lines, line[: found.start()].strip()], _without_rank(found[0].strip())
        if line and (in_capitals(line) or not lines):
            lines.append(line)
    return _without_capital_name(lines)


def _without_remark(line: str) -> str:
    """The line without "(Đã ký)" and the like."""
    for found in reversed(list(REMARK.finditer(fold_keep(line)))):
        line = line[: found.start()] + " " + line[found.end() :]
    return " ".join(line.split())


def _without_rank(line: str) -> str:
    found = RANK.match(fold_keep(line))
    return line[found.end() :].strip() if found else line.strip()


def _without_capital_name(lines: list[str]) -> tuple[list[str], str | None]:
    """A name in capitals, known by its surname: the last line, or three or four words at its end."""
    words = _without_rank(lines[-1]).split() if lines else []
    if len(lines) > 1 and 2 <= len(words) <= 5 and words[0].casefold() in _surnames():
        return lines[:-1], " ".join(words)
    for count in (4, 3, 2):
        above, name = " ".join(words[:-count]), words[-count:]
        right_after = [found.end() for found in OFFICE.finditer(fold_keep(above))][-1:] == [len(above)]
        if above and name[0].casefold() in _surnames() and (count > 2 or right_after):
            return [*lines[:-1], above], " ".join(name)
    return lines, None


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in rows("thammuu_core.plans.header", "surnames.tsv"))


def _stray_name(lines: Sequence[str]) -> str | None:
    """Columns that a page cuts lose the name to another cell: the last line there that is nothing but a name."""
    names = [_without_rank(line) for line in lines if NAME.fullmatch(_without_rank(line))]
    return names[-1] if names else None


def _unbroken(lines: Sequence[str]) -> list[str]:
    """A mark at the end of a line ("TL.") belongs to the next; one title over two lines stays in two."""
    whole: list[str] = []
    for line in lines:
        if whole and (BROKEN.search(whole[-1]) or whole[-1].endswith(",")):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return whole


def authority_and_title(lines: Sequence[str]) -> tuple[list[str], str | None]:
    """Of the lines above a name: authority lines; and the title, which follows the office that the last of them names.

    >>> authority_and_title(["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"])
    (['TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG'], 'PHÓ CHÁNH VĂN PHÒNG')
    """
    authority: list[str] = []
    title: list[str] = []
    for line in _unbroken(lines):
        starts = [found.start() for found in AUTHORITY.finditer(line)]
        if not starts:
            if authority and not title and not OFFICE.match(fold_keep(line)):
                authority[-1] = f"{authority[-1]} {line}"
            else:
                title.append(line)
        for begin, end in pairwise([*starts, len(line)] if starts else []):
            acted, own = _cut(line[begin:end].strip())
            authority.append(acted)
            title.extend(filter(None, [own]))
    return authority, " ".join(title) or None


def _cut(piece: str) -> tuple[str, str]:
    """ "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" into the office acted for and the signer's own title."""
    mark = AUTHORITY.match(piece)
    begin = mark.end() if mark else 0
    office = f"{piece[:begin].rstrip()} {piece[begin:]}"
    shift = len(office) - len(piece)
    offices = [
        found.start() + shift
        for found in OFFICE.finditer(fold_keep(piece))
        if found.start() > begin and not piece[: found.start()].rstrip().endswith((",", "VÀ", "-"))
    ]
    return (office[: offices[0]].strip(), office[offices[0] :].strip()) if offices else (office.strip(), "")
