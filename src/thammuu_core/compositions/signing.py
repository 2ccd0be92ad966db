"""Quyền hạn ký: the lines above a signature, from who signs and for whom.

Legal source: Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, phần I, mục II.7.b.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thammuu_core.compositions.model import key
from thammuu_core.rendering import Signature


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs; the head of an agency under one head signs with the office alone.

    >>> Signer("", "Phó Chủ tịch", collective="Ủy ban nhân dân", head="Chủ tịch").lines
    ('TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH')
    >>> Signer("", "Phó Chánh Văn phòng", by_order="Chủ tịch", head="Chánh Văn phòng").lines
    ('TL. CHỦ TỊCH', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG')
    """

    name: str
    office: str
    """The signer's own: "Phó Giám đốc"."""
    collective: str = ""
    """In whose name (TM.): a body that decides together, "Ủy ban nhân dân"; never its chairman."""
    head: str = ""
    """For which head (KT.): "Giám đốc", signed by a deputy."""
    by_order: str = ""
    """By whose order (TL.): "Chủ tịch", signed by the head of a unit inside."""
    by_delegation: str = ""
    """With whose written power (TUQ.)."""
    acting: bool = False
    """Q.: given the powers of the head."""

    @property
    def lines(self) -> tuple[str, ...]:
        """As printed, in their prescribed order."""
        marked = (
            ("TM.", self.collective),
            ("TL.", self.by_order),
            ("TUQ.", self.by_delegation),
            ("KT.", self.head),
            ("Q." if self.acting else "", self.office),
        )
        return tuple(f"{mark} {words}".strip().upper() for mark, words in marked if words)

    @classmethod
    def of(cls, told: Mapping[str, object]) -> Signer:
        """From the group "người ký" of a template's facts, its columns by folded name."""

        def words(name: str) -> str:
            return str(told.get(key(name)) or "")

        return cls(
            words("họ tên"), words("chức vụ"), words("thay mặt"), words("ký thay"), words("thừa lệnh"),
            words("thừa ủy quyền"), bool(told.get(key("quyền"))),
        )  # fmt: skip

    @property
    def facts(self) -> dict[str, str | bool]:
        """As the group "người ký" of a template's facts."""
        return {
            "họ tên": self.name,
            "chức vụ": self.office,
            "thay mặt": self.collective,
            "ký thay": self.head,
            "thừa lệnh": self.by_order,
            "thừa ủy quyền": self.by_delegation,
            "quyền": self.acting,
        }

    @property
    def signature(self) -> Signature:
        """The block below the text."""
        return Signature(self.lines, self.name)
