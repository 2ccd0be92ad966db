"""Who signs: the authority lines (TM., KT., TL., TUQ., Q.), the title, the name.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 7.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from thammuu_core.outline import in_capitals
from thammuu_core.plans.blocks import cells
from thammuu_core.plans.model import Signer
from thammuu_core.provisions import Provision
from thammuu_core.text import fold_keep

_AUTHORITY = re.compile(
    r"(?<![^\s(])(?:TM|KT|TL|TUQ|TLUQ)\s?[./]\s?(?=[A-ZÀ-ỸĐ])|(?<![^\s(])(?:TM|KT|TUQ) (?=[A-ZÀ-ỸĐ]{2})"
)
_TITLE = re.compile(
    r"(?<!\w)(?:(?:pho|quyen|q\.) )?(?:tong )?(?:thu ky|chu tich|thu tuong|giam doc|bo truong|thu truong|cuc truong|chi cuc truong|vu truong|chanh van phong|chanh thanh tra|chanh an|chanh toa|hieu truong|vien truong|chu nhiem|thong doc|bi thu|kiem toan|thanh tra|bien tap|tu lenh|chinh uy|chi huy truong|tham muu truong|dai su|doan truong|doi truong|truong (?:ban|phong|doan|thue|khoa|co quan|cong an|bo phan|tieu ban)|truong|xa doi truong)(?!\w)"
)
_REMARK = re.compile(
    r"\(?\s*(?:da ky|ky ten|ky, ghi ro|ky va ghi|chu ky|ky so|dong dau|ky boi)[^)]*\)?|\(\s*\)"
)
_RANK = re.compile(
    r"^(?:(?:gs|pgs|ts|ths|bs|ks|cn|bsckii|bscki|luat su|dai tuong|thuong tuong|trung tuong|thieu tuong|dai ta|thuong ta|trung ta|thieu ta|dong chi)\b\.?\s*)+"
)
_NAME_WORD = r"[A-ZÀ-ỸĐ][a-zà-ỹđ']*\.?"
_NAME = re.compile(rf"{_NAME_WORD}(?:[ -]{_NAME_WORD}){{1,5}}")
_LAST_NAME = re.compile(rf"(?:^|(?<=\s))(?P<name>[A-ZÀ-ỸĐ][a-zà-ỹđ]+(?: {_NAME_WORD}){{1,5}})\s*$")


def signs(line: str) -> bool:
    """Whether a line begins a signature: an authority, or a title in capitals."""
    line = line.strip(" *_(")
    if _AUTHORITY.match(line):
        return True
    found = _TITLE.match(fold_keep(line))
    return bool(found) and in_capitals(line[: found.end() if found else 0]) and len(line) < 150


def read_signer(back: Iterable[Provision]) -> Signer | None:
    """The first signature of the closing block; None where nobody signs."""
    lines = [
        line
        for cell in cells(back)
        for line in (cell if any(map(signs, cell)) else [f"\f{line}" for line in cell])
    ]
    start = next((place for place, line in enumerate(lines) if signs(line.lstrip("\f"))), None)
    if start is None:
        return None
    taken: list[str] = []
    for line in lines[start : start + 14]:
        text = _REMARK.sub(" ", fold_keep(line)) if _REMARK.search(fold_keep(line)) else None
        line = _without_remark(line) if text is not None else line
        line = " ".join(line.replace("\f", " ").split())
        if not line or line.startswith(("-", "–", "[")):
            continue
        if fold_keep(line).startswith("noi nhan"):
            break
        taken.append(line)
        if (_is_name(line) and len(taken) > 1) or _ends_with_name(line):
            break
    return _signer(taken)


def _without_remark(line: str) -> str:
    folded = fold_keep(line)
    for found in reversed(list(_REMARK.finditer(folded))):
        line = line[: found.start()] + " " + line[found.end() :]
    return line


def _is_name(line: str) -> bool:
    bare = _without_rank(line)
    if signs(line) or not 2 <= len(bare.split()) <= 6 or any(map(str.isdigit, bare)):
        return False
    return bool(_NAME.fullmatch(bare)) or (
        in_capitals(bare) and not _TITLE.search(fold_keep(bare)) and len(bare.split()) <= 5
    )


def _without_rank(line: str) -> str:
    found = _RANK.match(fold_keep(line))
    return line[found.end() :].strip() if found else line.strip()


def _ends_with_name(line: str) -> bool:
    found = _LAST_NAME.search(line)
    return bool(found) and signs(line)


def _signer(lines: Sequence[str]) -> Signer | None:
    name: str | None = None
    lines = list(lines)
    if len(lines) > 1 and _is_name(lines[-1]):
        name = _without_rank(lines.pop())
    elif lines and (found := _LAST_NAME.search(lines[-1])):
        name = _without_rank(found["name"])
        lines[-1] = lines[-1][: found.start()].strip()
    lines = [line for line in lines if line and (in_capitals(line) or signs(line) or not name)]
    authority, title = _authority_and_title(lines)
    return Signer(tuple(authority), title, name) if authority or title or name else None


def _authority_and_title(lines: Sequence[str]) -> tuple[list[str], str | None]:
    """Authority lines first; the title is what follows the office or body that the last of them names."""
    authority: list[str] = []
    title: list[str] = []
    for line in lines:
        starts = [found.start() for found in _AUTHORITY.finditer(line)]
        if not starts:
            if authority and not title and not _TITLE.match(fold_keep(line)):
                authority[-1] = f"{authority[-1]} {line}"
            else:
                title.append(line)
            continue
        pieces = [line[a:b].strip() for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]
        for piece in pieces:
            acted, own = _cut(piece)
            authority.append(acted)
            if own:
                title.append(own)
    return authority, " ".join(title) or None


def _cut(piece: str) -> tuple[str, str]:
    """ "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" into the office acted for and the signer's own title."""
    mark = _AUTHORITY.match(piece)
    begin = mark.end() if mark else 0
    offices = [
        found.start()
        for found in _TITLE.finditer(fold_keep(piece))
        if found.start() > begin and not piece[: found.start()].rstrip().endswith((",", "VÀ", "-"))
    ]
    if not offices:
        return piece, ""
    return piece[: offices[0]].strip(), piece[offices[0] :].strip()
