"""How an opinion is told in a table of opinions: what is asked, of which words, why, by whom it was answered.

Words of the agency and of the draft stand in quotation marks and are never changed; the rest is ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from textwrap import shorten

from thammuu_core.anchors import Version
from thammuu_core.calendars.words import said_day
from thammuu_core.opinions import Confidence, Operation, Opinion, Origin, Reference, Target, Unplaced
from thammuu_core.papers import BODY

GENERAL = "Ý kiến chung"
NO_PLACE = "Chưa xác định được chỗ"
EARLIER = "góp ý trên một bản khác"
CHECK = "cần đối chiếu lại chỗ"
_ENDED = re.compile(r"[.!?…]”?$")
"""Ends with a mark, be it that of the words quoted last."""
_ROMAN = re.compile(r"[IVXLC]+(?=[.,]|$)")
_FEW, _SHORT = 40, 70
"""Letters of the draft on either side by which a place is found, and of a line that names one without a number."""

OPERATIONS = {
    Operation.REPLACE: "Sửa",
    Operation.INSERT: "Bổ sung",
    Operation.DELETE: "Bỏ",
    Operation.MOVE: "Chuyển chỗ",
    Operation.COMMENT: "Bình luận",
    Operation.QUESTION: "Đề nghị làm rõ",
    Operation.KEEP: "Giữ nguyên",
    Operation.OPPOSE: "Không nhất trí",
    Operation.REVIEW: "Rà soát",
    Operation.MERGE: "Gộp",
    Operation.SPLIT: "Tách",
    Operation.AGREE: "Nhất trí",
    Operation.OTHER: "Khác",
}
"""What an opinion asks for, in a word or two."""


def asked(opinion: Opinion, version: Version, agency: str, *, here: bool = True) -> str:
    """What it asks. `here`: its offsets are of this version.

    A sentence of a letter is told as it stands; a change of the words themselves as what it comes to.
    """
    if not _spoken(opinion):
        return change(opinion, version, here=here)
    if opinion.origin is Origin.COMMENT:
        quote = opinion.target.quote
        about = f"Về “{_cut(quote)}”: " if quote.strip() else ""
        return f"{about}{opinion.text}{_signed(opinion, agency)}"
    held = " ".join(opinion.text.split())
    proposed = [words for words in (opinion.old, opinion.new) if " ".join(words.split()) not in held]
    return f"{opinion.text}\n{change(opinion, version, here=here)}" if proposed else opinion.text


def beside(opinion: Opinion, agency: str, remarks: Sequence[Opinion] = ()) -> tuple[str, ...]:
    """What stands beside what it asks: why, comments of the same reply on it, what was answered to either."""
    why = () if _spoken(opinion) or not opinion.text else (f"Lý do: {opinion.text}",)
    noted = (f"Ghi kèm: {remark.text}{_signed(remark, agency)}" for remark in remarks)
    answers = (f"{_by(one.author)}: {one.text}" for talk in (opinion, *remarks) for one in talk.thread)
    return (*why, *noted, *answers)


def _spoken(opinion: Opinion) -> bool:
    """Told by its own words rather than by a change."""
    return bool(opinion.text) and opinion.origin in (Origin.SENTENCE, Origin.ROW, Origin.COMMENT)


def _signed(opinion: Opinion, agency: str) -> str:
    """Who in the agency wrote a comment, and whether it has settled it itself."""
    author = "" if opinion.author == agency else opinion.author
    told = ", ".join(filter(None, (author, "đã đánh dấu giải quyết" if opinion.resolved else "")))
    return f" ({told})" if told else ""


def _by(author: str) -> str:
    return f"{author} trả lời" if author else "Trả lời"


def change(opinion: Opinion, version: Version, *, here: bool = True) -> str:
    """The change an opinion asks for: "Đề nghị sửa “…” thành “…”."."""
    told = _change(opinion, version, here=here)
    return told if _ENDED.search(told) else f"{told}."


def _change(opinion: Opinion, version: Version, *, here: bool) -> str:
    old, new = opinion.old.strip("\n"), opinion.new.strip("\n")
    quote = old or opinion.target.quote.strip("\n")
    if not (old.strip() or new.strip()) and "\n" in opinion.old + opinion.new:
        return _of_marks(opinion, version, here=here)
    match opinion.operation:
        case Operation.INSERT:
            return f"Đề nghị bổ sung{_what(opinion.new)} “{new}”{_next_to(opinion, version, here=here)}"
        case Operation.REPLACE if new:
            among = _among(opinion, version, here=here)
            return f"Đề nghị sửa “{quote}” thành “{new}”{among}" if quote else f"Đề nghị sửa thành “{new}”"
        case Operation.REPLACE | Operation.DELETE:
            among = _among(opinion, version, here=here)
            return f"Đề nghị bỏ{_what(opinion.old)} “{quote}”{among}" if quote else "Đề nghị bỏ nội dung này"
        case Operation.MOVE:
            landed = f", thành “{new}”" if new and new != quote else ""
            return f"Đề nghị chuyển “{quote}”{_landing(opinion.target, version, here=here)}{landed}"
    named = f"{OPERATIONS[opinion.operation]}: “{quote}”" if quote else OPERATIONS[opinion.operation]
    return f"{named}; đề nghị: “{new}”" if new else named


def _of_marks(opinion: Opinion, version: Version, *, here: bool) -> str:
    """Paragraphs parted or joined, no word touched."""
    at = opinion.target.start
    where = "" if at is None or not here else _after(version, at, opinion.target.story)
    if opinion.old.count("\n") > opinion.new.count("\n"):
        return f"Đề nghị nhập đoạn tiếp theo{where}"
    return f"Đề nghị tách thành đoạn riêng phần đứng{where.removeprefix(' vào') if where else ' sau chỗ này'}"


def _among(opinion: Opinion, version: Version, *, here: bool) -> str:
    """The words around a few that are changed, which alone would not tell what it is about."""
    start, end = opinion.target.start, opinion.target.end
    if not here or start is None or end is None or end - start > _FEW or "\n" in opinion.old:
        return ""
    text = version.words(opinion.target.story)
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after = text[end:].partition("\n")[0]
    if not (before.strip() or after.strip()):
        return ""
    return f" trong câu “{_tail(before)}{text[start:end]}{_front(after)}”"


def _what(words: str) -> str:
    """A whole paragraph is named as such; blanks alone could not be seen."""
    if not words.strip():
        return " dấu xuống dòng" if "\n" in words else " khoảng trắng"
    return " đoạn" if "\n" in words else ""


def _next_to(opinion: Opinion, version: Version, *, here: bool) -> str:
    """After which words something is put in, where the opinion does not say it itself."""
    if opinion.old.strip():
        return f" cạnh “{opinion.old.strip()}”"
    at = opinion.target.end
    return "" if at is None or not here else _after(version, at, opinion.target.story)


def quoted(opinion: Opinion, version: Version, *, here: bool = True) -> str:
    """The words of the draft that it is about; of an insertion where it stands, in brackets."""
    words = opinion.old or opinion.target.quote
    if words or opinion.operation is not Operation.INSERT:
        return words
    where = _next_to(opinion, version, here=here).strip()
    return f"({where})" if where else ""


def _landing(place: Target, version: Version, *, here: bool) -> str:
    return (
        "" if place.to is None or not here else _after(version, place.to, place.story).replace("vào", "đến")
    )


def _after(version: Version, at: int, story: str) -> str:
    text = version.words(story)
    before = text[:at].rstrip()
    line = before[before.rfind("\n") + 1 :]
    if line:
        return f" vào sau “{_tail(line)}”"
    after = text[at:].lstrip().partition("\n")[0]
    return f" vào trước “{_cut(after, _FEW)}”" if after else ""


def _tail(line: str) -> str:
    """The last words of a line."""
    return line if len(line) <= _FEW else f"… {line[-_FEW:].partition(' ')[2]}"


def _front(line: str) -> str:
    """The first words of a line."""
    return line if len(line) <= _FEW else f"{line[:_FEW].rpartition(' ')[0]} …"


def _cut(words: str, most: int = 160) -> str:
    """Words of the draft, which need not stand whole: the draft has them."""
    return shorten(words, most, placeholder=" …") or words


def place(opinion: Opinion, version: Version, *, here: bool = True) -> str:
    """Where it speaks of: "Mục II.3", "Điều 5.2"; a line without a number by its first words; or the whole draft."""
    named = _named(opinion.target, version, here=here)
    if not here:
        return f"{named or GENERAL} ({EARLIER})"
    if named and opinion.target.confidence is Confidence.CHECK:
        return f"{named} ({CHECK})"
    return named or GENERAL


def _named(target: Target, version: Version, *, here: bool) -> str:
    at = target.start
    if target.where or at is None or not here:
        return _in_words(target.where)
    if target.story == BODY and (said := version.where(at)):
        return _in_words(said)
    text = version.words(target.story)
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].partition("\n")[0].strip()
    return f"Đoạn “{_cut(line, _SHORT)}”" if line else ""


def _in_words(said: str) -> str:
    """A path that begins with a bare Roman number is read as one of a mục."""
    return f"Mục {said}" if _ROMAN.match(said) else said


def group(opinion: Opinion, version: Version, *, here: bool = True) -> str:
    """The outermost provision of its place, to filter by: "Mục II", "Điều 5", "Phụ lục I"."""
    named = _named(opinion.target, version, here=here)
    if named.startswith("Đoạn “") or not named:
        return "Phần mở đầu" if named else GENERAL
    return named.partition(",")[0].partition(".")[0]


def letter(reference: Reference) -> str:
    """ "1190/STC-HCSN ngày 12/7/2021"."""
    dated = f"ngày {said_day(date.fromisoformat(reference.date))}" if reference.date else ""
    return " ".join(filter(None, (reference.symbol, dated)))


def not_placed(unplaced: Unplaced) -> str:
    """Words of a reply that found no place, and what they propose where the words themselves do not say it."""
    held = unplaced.words
    more = [f"“{words}”" for words in (unplaced.old, unplaced.new) if words and words not in held]
    page = f" (trang {unplaced.page})" if unplaced.page else ""
    return f"{held}{page}" + (f"\nĐề nghị: {' → '.join(more)}" if more else "")


def listed(names: Iterable[str], most: int) -> str:
    """ "A, B và 3 nơi khác"."""
    found = list(dict.fromkeys(names))
    if len(found) <= most:
        return ", ".join(found)
    return f"{', '.join(found[:most])} và {len(found) - most} nơi khác"


def by_words(said: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Each of the words with the agencies that say them, of pairs of both; everything once, in order."""
    found: dict[str, list[str]] = {}
    for words, agency in said:
        names = found.setdefault(words, [])
        if agency not in names:
            names.append(agency)
    return found


def distinct(words: Iterable[str]) -> Iterator[str]:
    """Each once, in order, empty ones left out."""
    return iter(dict.fromkeys(filter(None, words)))
