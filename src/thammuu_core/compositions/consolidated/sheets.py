"""A merge as an .xlsx workbook: opinions in columns that filter, agencies with what is to be looked at, words without a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from thammuu_core.anchors import Version
from thammuu_core.compositions.consolidated import wording
from thammuu_core.compositions.consolidated.listing import Entry, Listing, Member, listing
from thammuu_core.compositions.consolidated.tables import silent
from thammuu_core.compositions.model import Facts
from thammuu_core.errors import Severity
from thammuu_core.intake import sealed
from thammuu_core.opinions import Clash, Confidence, Merge, Origin, Reply, Stance
from thammuu_core.rendering.workbook import SheetColumn, SheetOf, Value, to_xlsx

RESULTS = ("tiếp thu", "tiếp thu một phần", "giải trình")
"""What may be decided on an opinion, as the templates of the table count it."""
_CLASHES = {
    Clash.CONTRADICTORY: "Mâu thuẫn",
    Clash.ALTERNATIVE: "Cùng chỗ, khác lời",
    Clash.COMPATIBLE: "Cùng chỗ, không trái nhau",
}
_ORIGINS = {
    Origin.REVISION: "vết sửa",
    Origin.SILENT: "sửa ngầm",
    Origin.COMMENT: "bình luận",
    Origin.SENTENCE: "văn bản góp ý",
    Origin.ROW: "dòng của bảng",
}
_CONFIDENCES = {
    Confidence.EXACT: "đúng chữ",
    Confidence.PROVISION: "đúng điều, khoản",
    Confidence.CHECK: "cần đối chiếu lại",
    Confidence.WHOLE: "cả dự thảo",
}
STANCES = {
    Stance.AGREE: "Nhất trí",
    Stance.AGREE_WITH_OPINIONS: "Cơ bản nhất trí, có ý kiến",
    Stance.DISAGREE: "Không nhất trí",
    Stance.NO_OPINION: "Không có ý kiến",
    Stance.UNKNOWN: "Chưa rõ",
}
_KINDS = {
    "tracked": "bản có vết sửa",
    "silent": "bản sửa ngầm",
    "comments": "bình luận",
    "letter": "văn bản góp ý",
    "table": "bảng góp ý",
    "sheet": "bảng tính",
    "scan": "bản chụp",
    "unchanged": "bản gửi lại nguyên",
    "unreadable": "chưa đọc được",
}
_OPINIONS = (
    SheetColumn("TT", 6),
    SheetColumn("Phần, điều", 14),
    SheetColumn("Chỗ trong dự thảo", 22),
    SheetColumn("Cơ quan", 30),
    SheetColumn("Số nơi", 8),
    SheetColumn("Loại ý kiến", 14),
    SheetColumn("Lời dự thảo", 40),
    SheetColumn("Lời đề nghị", 40),
    SheetColumn("Ý kiến, lý do", 50),
    SheetColumn("Mâu thuẫn", 24),
    SheetColumn("Gần giống", 12),
    SheetColumn("Đọc từ", 16),
    SheetColumn("Nguồn", 30),
    SheetColumn("Độ chắc của chỗ", 16),
    SheetColumn("Kết quả", 18, RESULTS),
    SheetColumn("Tiếp thu, giải trình", 50),
    SheetColumn("Mã", 22),
)
_AGENCIES = (
    SheetColumn("Cơ quan", 32),
    SheetColumn("Lập trường", 24),
    SheetColumn("Số văn bản", 20),
    SheetColumn("Ngày", 12),
    SheetColumn("Trả lời văn bản", 20),
    SheetColumn("Gửi về dạng", 24),
    SheetColumn("Số ý kiến", 10),
    SheetColumn("Chưa có chỗ", 12),
    SheetColumn("Vết, bình luận trong tệp", 12),
    SheetColumn("Đã đọc", 10),
    SheetColumn("Đổi định dạng", 12),
    SheetColumn("Lời về cả dự thảo", 40),
    SheetColumn("Vì sao nhận là bản góp ý này", 36),
    SheetColumn("Cần người xem", 60),
    SheetColumn("Tệp", 34),
)
_LOOSE = (
    SheetColumn("TT", 6),
    SheetColumn("Cơ quan", 32),
    SheetColumn("Lời trong văn bản góp ý", 70),
    SheetColumn("Vì sao chưa có chỗ", 40),
    SheetColumn("Loại ý kiến", 14),
    SheetColumn("Lời cũ", 34),
    SheetColumn("Lời đề nghị", 34),
    SheetColumn("Trang", 8),
    SheetColumn("Tệp", 34),
    SheetColumn("Kết quả", 18, RESULTS),
    SheetColumn("Tiếp thu, giải trình", 50),
)


def consolidated_workbook(
    merge: Merge, version: Version, made: datetime, known: Facts | None = None
) -> bytes:
    """The workbook, made at that instant; who was asked and is silent is told by the `known` facts of the table."""
    told = listing(merge, version)
    heading = f"{len(told.entries)} ý kiến của {len(told.answered)} nơi trả lời"
    sheets = (
        SheetOf("Ý kiến", f"Tổng hợp ý kiến: {heading}", _OPINIONS, tuple(_opinions(told, merge))),
        SheetOf("Theo cơ quan", "Từng nơi trả lời", _AGENCIES, tuple(_agencies(told, merge, known or {}))),
        SheetOf(
            "Chưa có chỗ",
            "Lời góp ý chưa xác định được chỗ trong dự thảo",
            _LOOSE,
            tuple(_loose(told, merge)),
        ),
    )
    return sealed(to_xlsx(sheets, made))


def _opinions(told: Listing, merge: Merge) -> Iterator[tuple[Value, ...]]:
    for entry in told.entries:
        members, first = entry.members, entry.members[0].opinion
        yield (
            entry.number,
            entry.group,
            entry.place,
            "; ".join(entry.agencies),
            len(entry.agencies),
            wording.OPERATIONS[first.operation],
            _each(member.quoted for member in members),
            _each(member.opinion.new for member in members),
            _reasons(members),
            _clashing(entry),
            ", ".join(map(str, entry.like)),
            "; ".join(wording.distinct(_ORIGINS[member.opinion.origin] for member in members)),
            "\n".join(wording.distinct(_source(member, merge.replies[member.key[0]]) for member in members)),
            _CONFIDENCES[first.target.confidence],
            None,
            None,
            entry.id,
        )


def _each(words: Iterable[str]) -> str:
    """Once where all have the same words, else a line each."""
    return "\n".join(wording.distinct(words))


def _reasons(members: tuple[Member, ...]) -> str:
    """What each says besides the change, with its name where more than one says something."""
    said = wording.by_words((words, member.agency) for member in members for words in _said(member))
    if len({member.agency for member in members}) == 1:
        return "\n".join(said)
    return "\n".join(f"{', '.join(agencies)}: {words}" for words, agencies in said.items())


def _said(member: Member) -> Iterator[str]:
    for opinion in (member.opinion, *member.remarks):
        if opinion.text:
            yield opinion.text
        yield from (f"{answer.author} trả lời: {answer.text}" for answer in opinion.thread)


def _clashing(entry: Entry) -> str:
    """The numbers of the opinions that it meets, the worst first."""
    return "\n".join(
        f"{words}: {', '.join(map(str, entry.clashing[kind]))}"
        for kind, words in _CLASHES.items()
        if entry.clashing.get(kind)
    )


def _source(member: Member, reply: Reply) -> str:
    page = member.opinion.source.page
    author = member.opinion.author
    told = ", ".join(
        filter(None, (f"trang {page}" if page else "", author if author != member.agency else ""))
    )
    return f"{reply.file} ({told})" if told else reply.file


def _agencies(told: Listing, merge: Merge, known: Facts) -> Iterator[tuple[Value, ...]]:
    for number, (agency, reply) in enumerate(zip(told.agencies, merge.replies, strict=True)):
        yield (
            agency,
            STANCES[reply.stance],
            reply.reference.symbol,
            _day(reply.reference.date),
            reply.reference.answers,
            ", ".join(_KINDS.get(kind, kind) for kind in reply.kinds),
            _count(told, number),
            len(reply.unplaced),
            reply.marks.total,
            reply.marks.read,
            reply.formatting,
            "\n".join(wording.distinct(voice.words for voice in told.voices if voice.reply == number)),
            reply.evidence,
            _to_be_seen(reply),
            reply.file,
        )
    blank = (None,) * (len(_AGENCIES) - 2)
    for agency in silent(known, told.answered):
        yield (agency, "Chưa trả lời", *blank)


def _count(told: Listing, number: int) -> int:
    return sum(member.key[0] == number for entry in told.entries for member in entry.members)


def _to_be_seen(reply: Reply) -> str:
    """What did not add up and what the reader doubts."""
    failed = [check.message for check in reply.checks if not check.held]
    doubts = [problem.message for problem in reply.problems if problem.severity is not Severity.NOTE]
    return "\n".join(wording.distinct((*failed, *doubts)))


def _loose(told: Listing, merge: Merge) -> Iterator[tuple[Value, ...]]:
    for number, one in enumerate(told.loose, 1):
        words = one.unplaced
        yield (
            number,
            one.agency,
            words.words,
            words.reason,
            wording.OPERATIONS[words.operation],
            words.old,
            words.new,
            words.page,
            merge.replies[one.reply].file,
            None,
            None,
        )


def _day(iso: str) -> date | str:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return iso
