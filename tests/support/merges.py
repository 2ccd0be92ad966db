"""Replies to one draft, and what they come to: every origin, stance and shape of opinion that a table has to hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from support.docx import docx
from support.papers import paper_of
from thammuu_core.anchors import Version
from thammuu_core.errors import Problem, Severity
from thammuu_core.opinions import (
    Answer,
    Confidence,
    Marks,
    Merge,
    Operation,
    Opinion,
    Origin,
    Reference,
    Reply,
    Source,
    Stance,
    Target,
    Unplaced,
)
from thammuu_core.opinions.consolidation import consolidate

DRAFT = """
ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
KẾ HOẠCH
Nâng cao năng suất và chất lượng trên địa bàn tỉnh giai đoạn 2026 - 2030
Căn cứ Luật Tiêu chuẩn và Quy chuẩn kỹ thuật;
I. Mục đích, yêu cầu
1. Nâng cao năng suất, chất lượng sản phẩm, hàng hóa của doanh nghiệp trong tỉnh.
2. Xác định rõ trách nhiệm của từng cơ quan; hoàn thành trước ngày 30/6/2026.
II. Nội dung
1. Tuyên truyền, phổ biến pháp luật về tiêu chuẩn, đo lường, chất lượng.
2. Hỗ trợ mỗi năm 20 doanh nghiệp áp dụng hệ thống quản lý tiên tiến.
3. Kinh phí do ngân sách tỉnh bảo đảm.
III. Tổ chức thực hiện
1. Sở Khoa học và Công nghệ chủ trì, theo dõi, đôn đốc việc thực hiện.
2. Sở Tài chính bố trí kinh phí.
3. Các sở, ngành phối hợp thực hiện và báo cáo trước ngày 15 tháng 12 hằng năm.
"""
VERSION = Version.of("a" * 64, paper_of(DRAFT))
TEXT = VERSION.text


def place(words: str, confidence: Confidence = Confidence.EXACT) -> Target:
    """Where words that stand once in the draft stand."""
    start = TEXT.index(words)
    return Target(start, start + len(words), None, VERSION.at(start), VERSION.where(start), words, confidence)


def point(after: str) -> Target:
    """The point after words that stand once in the draft."""
    at = TEXT.index(after) + len(after)
    return Target(at, at, None, VERSION.at(at - 1), VERSION.where(at - 1), "", Confidence.EXACT)


def change(old: str, new: str, why: str = "", origin: Origin = Origin.REVISION, author: str = "") -> Opinion:
    """Words of the draft become others, or go."""
    operation = Operation.REPLACE if new else Operation.DELETE
    return Opinion(origin, operation, place(old), old, new, why, author, "2026-03-02T08:00:00Z")


def put_in(after: str, new: str) -> Opinion:
    """Words are put in after others."""
    return Opinion(Origin.SILENT, Operation.INSERT, point(after), "", new)


def remark(quote: str, text: str, about: int | None = None, **rest: object) -> Opinion:
    """A comment on words, or on a change of the same reply."""
    made = Opinion(
        Origin.COMMENT, Operation.COMMENT, place(quote), text=text, about=about, author="Trần Thị Mai"
    )
    return replace(made, **rest)  # type: ignore[arg-type]


def sentence(
    text: str, operation: Operation, target: Target | None = None, old: str = "", new: str = ""
) -> Opinion:
    """A sentence of a letter, on the whole draft without a target."""
    return Opinion(Origin.SENTENCE, operation, target or Target(), old, new, text, source=Source(text, 1))


REPLIES = (
    Reply(
        "So-Tai-chinh.docx", "1" * 64, "Sở Tài chính", ("tracked", "comments"), Stance.UNKNOWN,
        (
            change("30/6/2026", "30/9/2026", author="Lê Văn An"),
            remark("30/6/2026", "Chưa kịp phân bổ dự toán.", about=0),
            change("Kinh phí do ngân sách tỉnh bảo đảm.", "Kinh phí do ngân sách tỉnh và doanh nghiệp cùng bảo đảm."),
            remark("20 doanh nghiệp", "Nêu căn cứ của con số này.", thread=(Answer("Lê Văn An", "", "Lấy theo giai đoạn trước."),), resolved=True),
        ),
        marks=Marks(4, 4), formatting=2, base_version="a" * 64, evidence="Trùng 97 % đoạn với bản gửi.",
    ),
    Reply(
        "So-Cong-Thuong.docx", "2" * 64, "Sở Công Thương", ("silent",), Stance.UNKNOWN,
        (
            change("30/6/2026", "30/9/2026", origin=Origin.SILENT),
            put_in("Sở Tài chính bố trí kinh phí.", "\n2a. Sở Công Thương phối hợp hỗ trợ doanh nghiệp."),
            change("3. Kinh phí do ngân sách tỉnh bảo đảm.\n", "", origin=Origin.SILENT),
        ),
        base_version="a" * 64,
    ),
    Reply(
        "So-Noi-vu.pdf", "3" * 64, "Sở Nội vụ", ("letter",), Stance.AGREE_WITH_OPINIONS,
        (
            sentence("Sở Nội vụ cơ bản nhất trí với dự thảo Kế hoạch.", Operation.AGREE),
            sentence("Tại khoản 2 mục I, đề nghị sửa “30/6/2026” thành “31/12/2026”.", Operation.REPLACE, place("30/6/2026"), "30/6/2026", "31/12/2026"),
            sentence("Đề nghị rà soát thể thức văn bản.", Operation.REVIEW),
            sentence("Khoản 1 mục III: làm rõ trách nhiệm của Sở.", Operation.QUESTION, place("theo dõi, đôn đốc", Confidence.CHECK)),
        ),
        (Unplaced("Khoản 9 mục VII: đề nghị bổ sung kinh phí.", "Dự thảo không có khoản 9 mục VII.", 2, Operation.INSERT, "", "kinh phí"),),
        reference=Reference("812/SNV-TCCC", "2026-03-12", "312/SKHCN-TĐC"), base_version="a" * 64,
    ),
    Reply(
        "So-Y-te.pdf", "4" * 64, "Sở Y tế", ("letter",), Stance.AGREE,
        (sentence("Sở Y tế hoàn toàn nhất trí với dự thảo Kế hoạch.", Operation.AGREE),),
        reference=Reference("77/SYT-VP", "2026-02-05"), base_version="a" * 64,
    ),
    Reply("So-Xay-dung.docx", "a" * 64, "Sở Xây dựng", ("unchanged",), Stance.NO_OPINION, base_version="a" * 64),
    Reply(
        "So-Tu-phap.docx", "5" * 64, "Sở Tư pháp", ("tracked",), Stance.UNKNOWN,
        (Opinion(Origin.REVISION, Operation.REPLACE, Target(3, 9, None, None, "II.1", "đo đạc", Confidence.EXACT), "đo đạc", "đo lường"),),
        base_version="b" * 64,
    ),
    Reply(
        "scan.pdf", "6" * 64, "", ("unreadable",),
        problems=(Problem("intake.damaged", Severity.ERROR, "Tệp hỏng. Xin cơ quan gửi lại.", "scan.pdf"),),
    ),
)  # fmt: skip
ASKED = (*(reply.agency for reply in REPLIES if reply.agency), "Sở Giáo dục và Đào tạo")


def merged(replies: Sequence[Reply] = REPLIES, version: Version = VERSION) -> Merge:
    """Those replies, consolidated."""
    return Merge(version.sha256, tuple(replies), consolidate(version, replies))


def many(opinions: int, agencies: int = 100, seed: int = 7) -> tuple[Version, Merge]:
    """So many opinions of so many agencies on a draft of thirty pages, a fifth of them shared."""
    chance = Random(seed)
    lines = [
        f"{number}. Nhiệm vụ số {number} giao cho đơn vị thứ {number} chủ trì, hoàn thành trong {number} ngày làm việc."
        for number in range(1, 401)
    ]
    version = Version.of("c" * 64, paper_of("KẾ HOẠCH\nVề một việc\nI. Nhiệm vụ\n" + "\n".join(lines)))
    found: list[list[Opinion]] = [[] for _ in range(agencies)]
    for index in range(opinions):
        number = chance.randrange(1, 401)
        old = f"{number} ngày làm việc"
        start = version.text.index(f"trong {old}.") + 6
        target = Target(
            start, start + len(old), None, version.at(start), version.where(start), old, Confidence.EXACT
        )
        new = f"{chance.randrange(1, 4)} tháng"
        found[index % agencies].append(
            Opinion(Origin.REVISION, Operation.REPLACE, target, old, new, "Cho kịp tiến độ.")
        )
    replies = [
        Reply(
            f"{number:03}.docx",
            f"{number:064}",
            f"Sở thứ {number}",
            ("tracked",),
            opinions=tuple(own),
            base_version="c" * 64,
        )
        for number, own in enumerate(found)
    ]
    return version, merged(replies, version)


def base() -> bytes:
    """The draft as the Word file that was sent."""
    return docx("".join(f'p(r/t"{line}")' for line in TEXT.split("\n")))
