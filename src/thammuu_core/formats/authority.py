"""Quyền hạn ký: TM., KT., TL., TUQ., Q. against the office under them and the agency above.

Legal source: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, phần I, mục II.7.b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thammuu_core.errors import Severity
from thammuu_core.formats.backs import Signature
from thammuu_core.formats.looks import joined
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot
from thammuu_core.outline.signatures import AUTHORITY, OFFICE
from thammuu_core.plans.header.signer import authority_and_title
from thammuu_core.text import fold_keep

_WRITTEN = re.compile(r"(?<![^\s(])(?P<mark>TM|KT|TL|TUQ|Q)(?P<dot>\. ?| )(?=[^\W\d_]{2})")
_MISSPELT = re.compile(
    r"(?<![^\s(])(?P<mark>T/M|K/T|T/L|T\.M\.?|K\.T\.?|T\.L\.?|T\.?U\.Q\.?|T\.UQ\.?|UQ\.?|TLUQ\.?|QUYỀN)(?P<gap>\s*)(?=[^\W\d_]{2})"
)
_MEANT = {"TM": "TM.", "KT": "KT.", "TL": "TL.", "TUQ": "TUQ.", "UQ": "TUQ.", "TLUQ": "TUQ.", "QUYỀN": "Q."}
_COLLECTIVE = re.compile(
    r"(?:uy ban|ubnd|hdnd|hoi dong|ban|doan|to|thuong truc|chinh phu|quoc hoi|hoi nghi|tap the|dang|chi bo|bch|btv|hoi|lien doan|mat tran|nhom|tieu ban|lanh dao)\b"
)
_HEADED = re.compile(
    r"(?:so|phong|van phong|cuc|chi cuc|tong cuc|vu|trung tam|thanh tra|truong|benh vien|ban giam doc)\b"
)
"""Agencies under one head, who signs in his own name."""
_DEPUTY = re.compile(r"(?:pho|thu truong)\b")
_DEPUTIES_OF = {"bo truong": "thu truong"}
_HEADS_OF = (
    (re.compile(r"(?:ubnd|uy ban nhan dan)\b"), re.compile(r"chu tich|uy ban nhan dan|ubnd|van phong")),
    (
        re.compile(r"(?:hdnd|hoi dong nhan dan)\b"),
        re.compile(r"chu tich|hoi dong nhan dan|hdnd|thuong truc|chu toa"),
    ),
    (re.compile(r"van phong\b"), re.compile(r"chanh van phong|chu tich|van phong")),
    (re.compile(r"so\b"), re.compile(r"giam doc|so\b")),
    (re.compile(r"chi cuc\b"), re.compile(r"chi cuc truong")),
    (re.compile(r"cuc\b"), re.compile(r"cuc truong")),
    (re.compile(r"phong\b"), re.compile(r"truong phong")),
    (re.compile(r"bo\b"), re.compile(r"bo truong")),
)
"""What a signature names first in a document of such an agency."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature block in its parts."""

    acts: tuple[tuple[str, str], ...]
    """Mark and the office or body acted for, folded: ("TL", "chu tich")."""
    title: str
    """The signer's own office, folded; empty when not written."""
    written: str
    at: Spot

    @property
    def marks(self) -> tuple[str, ...]:
        """TM, KT, TL, TUQ in their order."""
        return tuple(mark for mark, _ in self.acts)


def signed(signature: Signature) -> Signed:
    """The parts of the lines above a name."""
    lines = [" ".join(spot.text.split()) for spot in signature.lines]
    authority, title = authority_and_title(lines)
    acts = tuple(
        (found[0].strip(" ./,").replace("/", ""), fold_keep(line[found.end() :]).strip(" .,"))
        for line in authority
        if (found := AUTHORITY.match(line))
    )
    return Signed(acts, fold_keep(title or "").strip(" .,"), joined(signature.lines), signature.lines[0])


def _each(checked: Checked) -> Iterator[Signed]:
    """Signatures of the document's own authority; a minute's secretary and chair sign as such."""
    kind = checked.elements.kind
    if kind is None or kind.code not in ("BB", "HĐ"):
        yield from map(signed, checked.elements.signatures)


@rule("KY-01")
def authority_spelling(checked: Checked) -> Iterator[Hit]:
    """The five marks, each with its dot and a space."""
    for signature in checked.elements.signatures:
        for spot in signature.lines:
            if wrong := _MISSPELT.match(spot.text):
                meant = _MEANT[re.sub(r"[./]", "", wrong["mark"])]
                yield Hit(f"Quyền hạn ghi “{wrong['mark']}”; phải ghi “{meant}”.", spot)
            elif (found := _WRITTEN.match(spot.text)) and found["dot"] == " ":
                yield Hit(f"Quyền hạn ghi “{found['mark']}”; phải có dấu chấm: “{found['mark']}.”.", spot)
            elif found and found["dot"] == ".":
                yield Hit(f"Sau “{found['mark']}.” thiếu cách chữ.", spot, at_most=Severity.NOTE)


@rule("KY-02")
def acting_for_head(checked: Checked) -> Iterator[Hit]:
    """KT. before a head, the head's own deputy below; a deputy signs with it or not at all."""
    for one in _each(checked):
        told = f"Chữ ký ghi “{one.written}”"
        for place, (mark, office) in enumerate(one.acts):
            if mark != "KT":
                continue
            if place < len(one.acts) - 1:
                yield Hit(f"{told}; “KT.” đứng sau TM., TL.", one.at)
            elif _DEPUTY.match(office) or not OFFICE.match(office):
                yield Hit(f"{told}; sau “KT.” là chức vụ người đứng đầu.", one.at)
            elif not one.title:
                yield Hit(f"{told}; dưới “KT.” thiếu chức vụ cấp phó của người ký.", one.at)
            elif not one.title.startswith(tuple(map(deputy_of, re.split(r",\s*", office)))):
                lighter = (
                    Severity.WARNING if _DEPUTY.match(one.title) or office.startswith("truong") else None
                )
                yield Hit(f"{told}; dưới “KT.” phải là cấp phó của chức vụ ấy.", one.at, at_most=lighter)
        if _DEPUTY.match(one.title) and "KT" not in one.marks and not {"TL", "TUQ"} & set(one.marks):
            yield Hit(
                f"{told}; cấp phó ký thay phải ghi “KT.” và chức vụ người đứng đầu ở dòng trên.", one.at
            )


def deputy_of(office: str) -> str:
    """The folded title of a head's deputy, without the agency that may follow the head's.

    >>> deputy_of("giam doc so"), deputy_of("bo truong")
    ('pho giam doc', 'thu truong')
    """
    found = OFFICE.match(office)
    head = found[0] if found else office
    return _DEPUTIES_OF.get(head, f"pho {head}")


@rule("KY-03")
def collective(checked: Checked) -> Iterator[Hit]:
    """TM. before a collective only, and in its own documents only."""
    for one in _each(checked):
        for place, (mark, body) in enumerate(one.acts):
            if mark != "TM":
                continue
            if place:
                yield Hit(f"Chữ ký ghi “{one.written}”; “TM.” đứng trước các chữ khác.", one.at)
            if OFFICE.match(body) or (_HEADED.match(body) and not _COLLECTIVE.match(body)):
                yield Hit(
                    f"Chữ ký ghi “{one.written}”; “TM.” chỉ đứng trước tên tập thể (ủy ban nhân dân, hội đồng, ban, đoàn).",
                    one.at,
                )
        yield from _capacity(checked, one)


def _capacity(checked: Checked, one: Signed) -> Iterator[Hit]:
    """The line above the grounds says who issues: the collective or its head."""
    if checked.elements.authority is None or {"TL", "TUQ"} & set(one.marks):
        return
    issuing = fold_keep(checked.elements.authority.text).strip()
    named = f"Thẩm quyền ban hành ghi “{checked.elements.authority.text.strip()}”, chữ ký ghi “{one.written}”"
    if issuing.startswith("chu tich") and "TM" in one.marks:
        yield Hit(f"{named}; văn bản của Chủ tịch không ghi “TM.”.", one.at)
    if re.match(r"(?:uy ban nhan dan|hoi dong nhan dan)\b", issuing) and "TM" not in one.marks:
        yield Hit(f"{named}; văn bản của tập thể phải ghi “TM.” và tên tập thể.", one.at)


@rule("KY-04")
def by_order(checked: Checked) -> Iterator[Hit]:
    """TL. before a head, below the head of a unit inside, whose deputy adds KT."""
    for one in _each(checked):
        for place, (mark, office) in enumerate(one.acts):
            if mark != "TL":
                continue
            told = f"Chữ ký ghi “{one.written}”"
            if not OFFICE.match(office) and _COLLECTIVE.match(office):
                yield Hit(
                    f"{told}; “TL.” đứng trước chức vụ người đứng đầu, không trước tên tập thể.", one.at
                )
            elif _DEPUTY.match(office):
                yield Hit(f"{told}; thừa lệnh người đứng đầu, không thừa lệnh cấp phó.", one.at)
            last = place == len(one.acts) - 1
            if last and one.title.startswith(deputy_of(office)):
                yield Hit(f"{told}; cấp phó của người đứng đầu ký thay (KT.), không ký thừa lệnh.", one.at)
            elif last and _DEPUTY.match(one.title):
                yield Hit(
                    f"{told}; cấp phó của đơn vị ký thay người được giao thừa lệnh, thêm dòng “KT.” và chức vụ người ấy.",
                    one.at,
                )


@rule("KY-05")
def by_delegation(checked: Checked) -> Iterator[Hit]:
    """TUQ. cannot be passed on."""
    for one in _each(checked):
        if "TUQ" in one.marks and (_DEPUTY.match(one.title) or one.marks[-1] != "TUQ"):
            yield Hit(
                f"Chữ ký ghi “{one.written}”; người được ủy quyền phải tự ký, không giao cấp phó ký thay.",
                one.at,
            )


@rule("KY-06")
def acting_head(checked: Checked) -> Iterator[Hit]:
    """Q. before the office of a head."""
    for one in _each(checked):
        if re.search(r"(?<!\w)q ?\. ?(?:pho|thu truong)\b", fold_keep(one.written)):
            yield Hit(f"Chữ ký ghi “{one.written}”; “Q.” đứng trước chức vụ cấp trưởng.", one.at)


@rule("KY-07")
def own_office(checked: Checked) -> Iterator[Hit]:
    """The first office or body of the signature is the issuing agency's."""
    issuer = fold_keep(joined(checked.elements.issuer))
    heads = next((heads for agency, heads in _HEADS_OF if agency.match(issuer)), None)
    signatures = tuple(_each(checked))
    if heads is None or len(signatures) != 1:
        return
    one = signatures[0]
    first = one.acts[0][1] if one.acts else re.sub(r"^(?:q\. ?|quyen )", "", one.title)
    if first and not heads.match(first) and not (not one.acts and _DEPUTY.match(first)):
        yield Hit(
            f"Cơ quan ban hành là “{joined(checked.elements.issuer)}”, chữ ký ghi “{one.written}”; kiểm tra lại thẩm quyền ký.",
            one.at,
        )
