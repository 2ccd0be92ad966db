"""Whether every element that the law asks for is there."""

from __future__ import annotations

from collections.abc import Iterator

from thammuu_core.errors import Severity
from thammuu_core.formats.elements import Elements
from thammuu_core.formats.model import PART_NAMES, Checked, Hit, Part, Regime
from thammuu_core.formats.regimes import regime_of
from thammuu_core.formats.registry import rule

_OTHERWISE = {
    Regime.QPPL: "Văn bản quy phạm pháp luật: thể thức theo quy định về văn bản quy phạm pháp luật, không kiểm tra theo Nghị định 30/2020/NĐ-CP.",
    Regime.PARTY: "Văn bản của Đảng: thể thức theo hướng dẫn của Đảng, không kiểm tra theo Nghị định 30/2020/NĐ-CP.",
    Regime.SPECIALISED: "Loại văn bản này có mẫu riêng (theo luật chuyên ngành hoặc theo quy chế của cơ quan), không kiểm tra theo Nghị định 30/2020/NĐ-CP.",
    Regime.NONE: "Không nhận ra phần đầu và phần ký của một văn bản hành chính của cơ quan nhà nước trong tệp này nên không kiểm tra thể thức; nếu đây là phụ lục, kiểm tra cùng văn bản chính.",
}
_BARE = frozenset({"BB", "HĐ", "BGN", "BTT", "ThC", "GNP", "GGT", "GUQ"})
"""Kinds whose own forms leave out number, date line or recipients."""


@rule("TT-100")
def elements_present(checked: Checked) -> Iterator[Hit]:
    """Each element that is missing, at the place where a reader looks for it."""
    regime = regime_of(checked.paper, checked.elements)
    if regime is not Regime.ADMINISTRATIVE:
        yield Hit(_OTHERWISE[regime], at_most=Severity.NOTE)
        return
    lighter = None if checked.shows_looks else Severity.NOTE
    for part, words in _missing(checked.elements, checked.shows_looks):
        yield Hit(f"Không thấy {words}; bổ sung theo mẫu.", where=PART_NAMES[part], at_most=lighter)


def _missing(found: Elements, whole: bool) -> Iterator[tuple[Part, str]]:
    """Header columns get lost on the way through other formats: only a Word file proves that they are not there."""
    bare = found.kind is not None and found.kind.code in _BARE
    if whole and not found.nation:
        yield Part.NATION, "Quốc hiệu “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”"
    if whole and not found.motto:
        yield Part.NATION, "Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”"
    if bare:
        return
    if whole and not found.issuer:
        yield Part.ISSUER, "tên cơ quan ban hành"
    if not found.number:
        yield Part.NUMBER, "dòng “Số: …/…” (số, ký hiệu)"
    if not found.date:
        yield Part.DATE_LINE, "dòng địa danh, ngày tháng năm"
    if not (found.kind_line or found.letter_subject):
        yield Part.TITLE, "tên loại văn bản, hoặc “V/v …” nếu là công văn"
    if not found.signatures:
        yield Part.SIGNATURE, "chức vụ, họ tên người ký"
    if not found.recipients_label:
        yield Part.RECIPIENTS, "“Nơi nhận:”"
