"""Citations in Vietnamese legal text, beside eyecite on English legal text of the same length and as thick with citations."""

from __future__ import annotations

import contextlib
import io
import time

from eyecite import get_citations

from bench.rows import Peer, Row, medians
from thammuu_core.citations import find

AIM = "≥ 10× its characters per second"
LENGTH = 20_000
"""Characters of each text; eyecite needs seconds for them."""
LARGE = 10_000_000
_VIETNAMESE = (
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, các phòng lập hồ sơ công việc từ đầu năm. ",
    "Thực hiện khoản 2 Điều 7 Luật Lưu trữ số 33/2024/QH15 và Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ, Sở giao Văn phòng làm đầu mối. ",
    "Các đơn vị gửi báo cáo trước ngày 15 tháng cuối quý; hồ sơ chậm nộp được nêu tên trong cuộc họp giao ban và tính vào kết quả thi đua của người đứng đầu. ",
    "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 128/TTr-SNV ngày 12/5/2021, mẫu sổ đăng ký được thay bằng mẫu mới kèm theo văn bản này. ",
)
_ENGLISH = (
    "The court of appeals held in Carter v. Lane, 512 F.2d 101, 107 (2d Cir. 1975), that the agency had acted within its powers. ",
    "That reading follows from 42 U.S.C. § 1983 and from the rule that was stated in Hale v. Norton, 410 U.S. 113 (1973), as to the burden of proof. ",
    "We see no reason to depart from it, for the record before us shows neither bias nor haste on the part of the commissioner who heard the case. ",
    "Counsel for the respondent relies on Moss v. Green, 88 F. Supp. 2d 417, 420 (S.D.N.Y. 2000), which concerned another statute altogether. ",
)


def run() -> Row:
    """The row `cite`."""
    ours, theirs = of_length(_VIETNAMESE, LENGTH), of_length(_ENGLISH, LENGTH)
    taken = medians({"ours": lambda: find(ours), "eyecite": lambda: _eyecite(theirs)}, repeats=3)
    work = f"citations in {LENGTH:,} characters of legal text"
    return Row(work, taken["ours"], (Peer("eyecite on English", taken["eyecite"]),), AIM, _note())


def of_length(sentences: tuple[str, ...], length: int) -> str:
    """The sentences again and again, as many characters as asked."""
    whole = "".join(sentences)
    return (whole * (length // len(whole) + 1))[:length]


def _eyecite(text: str) -> object:
    with contextlib.redirect_stdout(io.StringIO()):
        return get_citations(text)


def _note() -> str:
    """How long the large text of the aim takes, at which eyecite is not asked."""
    text = of_length(_VIETNAMESE, LARGE)
    begun = time.perf_counter()
    found = len(find(text))
    seconds = time.perf_counter() - begun
    return f"{LARGE / 1e6:.0f} million characters with {found:,} citations take ours {seconds:.1f} s, {LARGE / seconds / 1e6:.1f} million a second"
