"""The door: any file that an agency returns becomes a Reply. Total: what cannot be read is a Reply that says why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from thammuu_core.anchors import Version
from thammuu_core.errors import Problem, Severity, Told
from thammuu_core.intake import Format, admit, is_workbook, read_paper, read_workbook, refuse_if_secret
from thammuu_core.opinions.agencies import of_file, sender, spelt
from thammuu_core.opinions.copies import read_copy
from thammuu_core.opinions.crowds import refuse_crowd
from thammuu_core.opinions.deciding import Decision, Shape, decide
from thammuu_core.opinions.excerpts import completed, stretch
from thammuu_core.opinions.foreign import doubted, kind_of_stranger
from thammuu_core.opinions.halves import doubted_halves
from thammuu_core.opinions.ledger import checks_of_reply
from thammuu_core.opinions.letters import PEN_MARKS, read_letter
from thammuu_core.opinions.model import Confidence, Marks, Opinion, Reply, Stance, Unplaced
from thammuu_core.opinions.pairing import Pair, renumbered
from thammuu_core.opinions.prose import Pages
from thammuu_core.opinions.sending import parts, signed
from thammuu_core.opinions.sheets import read_sheets
from thammuu_core.opinions.tables import Column, table_rows
from thammuu_core.pages import Recognise
from thammuu_core.papers import BODY, Paper
from thammuu_core.sheets import Sheet, sheets_of
from thammuu_core.wordml import read_revised
from thammuu_core.wordml.revisions.model import Ledger, Revised, RevisedStory

UNREADABLE = "unreadable"
"""The kind of a reply of which nothing could be read."""

_FAILED = (
    "Chương trình không đọc hết được tệp này ({}). Hãy mở tệp bằng Word, lưu lại thành .docx rồi đưa vào lại; nếu vẫn "
    "không được, nhập tay các ý kiến."
)


_PRINTED = (
    "Cơ quan gửi bản in (PDF hoặc văn bản thuần) của dự thảo: chỉ so sánh được phần chữ, không đọc được bình luận và "
    "sửa đổi theo dõi. Hãy xin tệp Word, hoặc xem lại từng chỗ khác dưới đây."
)
_PART = (
    "Cơ quan chỉ gửi lại một phần của dự thảo{}: đã so sánh phần này; phần không gửi lại không coi là đề nghị bỏ. Hãy "
    "xem lại chỗ đầu và chỗ cuối của phần này."
)
_SCATTERED = (
    "Cơ quan gửi lại nhiều đoạn rời của dự thảo mà không nói ý kiến; hãy mở tệp, đối chiếu từng đoạn với bản gửi rồi "
    "nhập tay chỗ sửa."
)


def read_reply(
    versions: Sequence[Version],
    name: str,
    data: bytes,
    ocr: Recognise | None = None,
    pages: Pages | None = None,
) -> Reply:
    """What the file says about the first of the versions, or of a later one if it is a copy of that.

    Never raises for what is in the file: a Reply of kind "unreadable" has the reason, and what to do, in `problems`.
    `ocr` recognises scanned pages, `pages` tell where the printed pages and lines of the first version are.
    """
    reply = Reply(name, sha256(data).hexdigest(), of_file(name))
    try:
        return _read(reply, versions, data, ocr, pages)
    except Told as told:
        return unread(reply, told.code, told.message)
    except Exception as error:  # noqa: BLE001 one file of two hundred that no reader foresaw must not lose the others
        return unread(reply, "opinions.reader_failed", _FAILED.format(type(error).__name__))


def unread(reply: Reply, code: str, message: str) -> Reply:
    """The reply as one that could not be read, and why."""
    problem = Problem(code, Severity.ERROR, message, reply.file)
    return replace(reply, kinds=(UNREADABLE,), stance=Stance.UNKNOWN, problems=(problem,))


def _read(
    reply: Reply,
    versions: Sequence[Version],
    data: bytes,
    ocr: Recognise | None,
    pages: Pages | None,
) -> Reply:
    if is_workbook(data):
        return _table(reply, versions[0], read_workbook(data, reply.file), "sheet")
    form = admit(data, reply.file)
    same = _untouched(reply, versions, data)
    if same is not None:
        return same
    if form is Format.DOCX:
        return _word(reply, versions, data, pages)
    return _other(reply, versions, data, ocr, pages)


def _untouched(reply: Reply, versions: Sequence[Version], data: bytes) -> Reply | None:
    """The file as it was sent, or saved again without a change to any of its words."""
    held = parts(data)
    for version in versions:
        if reply.sha256 == version.sha256 or (held and held == version.parts):
            same = reply.sha256 == version.sha256
            evidence = f"{'Đúng từng byte' if same else 'Mọi phần có chữ đúng như'} tệp đã gửi đi."
            agency = spelt(reply.agency, version.text)
            unchanged = replace(reply, agency=agency, kinds=("unchanged",), base_version=version.sha256)
            return replace(unchanged, evidence=evidence)
    return None


def _word(reply: Reply, versions: Sequence[Version], data: bytes, pages: Pages | None) -> Reply:
    refuse_crowd(data)
    revised = read_revised(data)
    body = revised.body
    refuse_if_secret(Paper("docx", (body.accepted,)))
    decision = decide(versions, (body.original.text, body.accepted.text))
    if decision.shape is Shape.COPY:
        return _copy(reply, decision, revised)
    if decision.shape is Shape.PART and (paper := read_paper(data, reply.file)) and not _tabled(paper):
        return _part(reply, decision, paper, revised)
    return _said(reply, decision, read_paper(data, reply.file), pages)


def _copy(reply: Reply, decision: Decision, revised: Revised) -> Reply:
    own = decision.version.remarks
    revised = replace(revised, remarks=tuple(one for one in revised.remarks if signed(one) not in own))
    found = read_copy(decision.version, revised)
    opinions, halves = doubted_halves(decision.version, found.opinions, reply.file)
    read = replace(
        reply,
        agency=spelt(sender(found.authors, reply.file), decision.version.text),
        kinds=found.kinds,
        opinions=opinions,
        unplaced=found.unplaced,
        marks=found.marks,
        formatting=sum(revised.formatting.values()),
        base_version=decision.version.sha256,
        evidence=decision.evidence,
        problems=(*decision.problems, *revised.problems, *halves, *_numbers(decision.version, revised)),
    )
    return replace(read, checks=checks_of_reply(decision.version, read, revised, found.computed))


def _numbers(version: Version, revised: Revised) -> Iterator[Problem]:
    """Numbers are counted by Word and no words: an opinion on them has no place in the text."""
    other = renumbered(Pair(version.paper.body, revised.body))
    if other is not None:
        before, after, count = other
        message = (
            f"Đánh số tự động khác bản gửi ở {count} đoạn, đoạn đầu từ “{before}” thành “{after}”. Hãy mở tệp xem cơ "
            "quan có ý sửa cách đánh số không."
        )
        yield Problem("opinions.renumbered", Severity.WARNING, message)


def _other(
    reply: Reply, versions: Sequence[Version], data: bytes, ocr: Recognise | None, pages: Pages | None
) -> Reply:
    """A file that is no Word file: it speaks about the draft, or is the draft on paper."""
    paper = read_paper(data, reply.file, ocr=ocr)
    decision = decide(versions, (paper.body.text,))
    if decision.shape is Shape.LETTER or (decision.shape is Shape.PART and _tabled(paper)):
        return _said(reply, decision, paper, pages)
    if paper.format == "scan":
        read = replace(reply, kinds=("scan",), base_version=decision.version.sha256)
        return replace(read, evidence=decision.evidence, problems=(*decision.problems, PEN_MARKS))
    body = RevisedStory(BODY, (), paper.body, paper.body)
    revised = Revised((body,), (), Ledger({}, {}))
    if decision.shape is Shape.PART:
        return _part(reply, decision, paper, revised)
    return _printed(reply, decision, revised)


def _tabled(paper: Paper) -> bool:
    """Whether it has rows of opinions: these too may be made of the draft's words only."""
    return any(table_rows(sheet) for sheet in sheets_of(paper))


def _part(reply: Reply, decision: Decision, paper: Paper, copy: Revised) -> Reply:
    """A part of the draft: compared with what it covers; a person reads one of which that is not clear."""
    place = stretch(decision.version, copy.body.original)
    if place is None:
        return _scattered(reply, decision, paper)
    where = " – ".join(dict.fromkeys(filter(None, map(decision.version.where, (place.start, place.end - 1)))))
    message = _PART.format(f" ({where})" if where else "")
    problem = Problem("opinions.part_of_draft", Severity.WARNING, message, reply.file)
    decision = replace(decision, problems=(*decision.problems, problem))
    whole = completed(decision.version, place, copy)
    return _copy(reply, decision, whole) if paper.format == "docx" else _printed(reply, decision, whole)


def _scattered(reply: Reply, decision: Decision, paper: Paper) -> Reply:
    """Several parts, or words of which nobody can tell where they stood: kept whole, paragraph by paragraph."""
    lines = [line.paragraph for story in paper.stories for line in story.lines()]
    kept = tuple(Unplaced(line.text, _SCATTERED, line.page) for line in lines if line.text.strip())
    return replace(
        reply,
        agency=spelt(reply.agency, decision.version.text),
        kinds=("letter",),
        unplaced=kept,
        marks=Marks(len(kept), len(kept)),
        base_version=decision.version.sha256,
        evidence=decision.evidence,
        problems=(
            *decision.problems,
            Problem("opinions.parts_of_draft", Severity.WARNING, _SCATTERED, reply.file),
        ),
    )


def _printed(reply: Reply, decision: Decision, copy: Revised) -> Reply:
    """A copy printed to PDF or saved as plain text: the main story compared, whatever else it had is lost."""
    read = read_copy(
        replace(decision.version, paper=_body_only(decision.version.paper)),
        replace(copy, stories=(copy.body,)),
    )
    problem = Problem("opinions.printed_copy", Severity.WARNING, _PRINTED, reply.file)
    opinions, halves = doubted_halves(decision.version, read.opinions, reply.file)
    return replace(
        reply,
        agency=spelt(reply.agency, decision.version.text),
        kinds=read.kinds,
        opinions=tuple(_doubtful(opinion) for opinion in opinions),
        marks=read.marks,
        base_version=decision.version.sha256,
        evidence=decision.evidence,
        problems=(*decision.problems, problem, *halves),
    )


def _body_only(paper: Paper) -> Paper:
    return replace(paper, stories=(paper.body,))


def _doubtful(opinion: Opinion) -> Opinion:
    """Line ends and numbers of a printed page are guessed: a person must look at every difference."""
    return replace(opinion, target=replace(opinion.target, confidence=Confidence.CHECK))


def _said(reply: Reply, decision: Decision, paper: Paper, pages: Pages | None = None) -> Reply:
    """What speaks about the draft: a table that went round among agencies, or a letter."""
    if decision.shape is Shape.LETTER:
        sheets = sheets_of(paper)
        if any(row[Column.AGENCY] for sheet in sheets for row in table_rows(sheet)):
            read = _table(reply, decision.version, sheets, "table")
            return replace(read, evidence=decision.evidence, problems=(*decision.problems, *read.problems))
    letter = read_letter(paper, decision.version, pages)
    total = len(letter.opinions) + len(letter.unplaced)
    read = replace(
        reply,
        agency=letter.agency or spelt(reply.agency, paper.body.text),
        kinds=letter.kinds,
        stance=letter.stance,
        opinions=letter.opinions,
        unplaced=letter.unplaced,
        form=letter.form,
        marks=Marks(total, total),
        base_version=decision.version.sha256,
        evidence=decision.evidence,
        reference=letter.reference,
        problems=(*decision.problems, *letter.problems),
    )
    blocks = [line.paragraph.text for story in paper.stories for line in story.lines()]
    read = replace(read, checks=checks_of_reply(decision.version, read, blocks=blocks))
    stranger = kind_of_stranger(paper)
    return doubted(read, stranger) if stranger else read


def _table(reply: Reply, version: Version, sheets: Sequence[Sheet], kind: str) -> Reply:
    read = read_sheets(sheets, version, reply.agency)
    total = len(read.opinions) + len(read.unplaced)
    told = replace(
        reply,
        agency=read.agency or reply.agency,
        kinds=(kind,),
        stance=read.stance,
        opinions=read.opinions,
        unplaced=read.unplaced,
        form=read.form,
        marks=Marks(total, total),
        base_version=version.sha256,
        evidence="Bảng góp ý: mỗi dòng đọc như một ý kiến.",
        problems=read.problems,
    )
    blocks = [cell.text for sheet in sheets for row in sheet.rows for cell in row.filled]
    return replace(told, checks=checks_of_reply(version, told, blocks=blocks))
