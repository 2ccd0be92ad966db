"""The ledger: what must hold so that no word of a reply is lost, checked on every run and shown where it fails.

Of a reply: all text of the file was read; changes made with tracking off are counted; the changes make of the version
just what the copy reads like; every comment, and every passage of a letter, went somewhere. Of a merge: every opinion
is in one row, and every agency asked has a state, silence being one of its own.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from thammuu_core.anchors import Version
from thammuu_core.opinions.edits import edit_of
from thammuu_core.opinions.identity import said
from thammuu_core.opinions.model import OF_COPIES, Check, Operation, Opinion, Origin, Reply, Row, Stance
from thammuu_core.opinions.pairing import Pair, paired
from thammuu_core.redlines import Edit, holds
from thammuu_core.text import fold
from thammuu_core.wordml.revisions.model import Revised

_PIECE = re.compile(r"[.;:!?\n]+")
_RUN = 4
"""Words in a run."""
_SHARE = 0.8
"""Share of the runs of a passage that must be found again; what is missing then is where it was cut."""
_SHOWN = 3
"""Passages quoted in one message."""


class State(StrEnum):
    """Where an agency that was asked stands. Silence is not consent, whatever the sending letter said of it."""

    OPINIONS = "opinions"
    UNREADABLE = "unreadable"
    AGREES = "agrees"
    NO_OPINION = "no_opinion"
    NOT_ANSWERED = "not_answered"


# ------------------------------------------------------------------------------------------------ a reply
def checks_of_reply(
    version: Version,
    reply: Reply,
    revised: Revised | None = None,
    computed: Mapping[str, Sequence[Edit]] | None = None,
    blocks: Sequence[str] = (),
) -> tuple[Check, ...]:
    """The checks that apply: of a copy those on `revised`, of a letter that on `blocks`, its paragraphs and cells.

    `computed` are changes by story that nobody made: results of fields which Word worked out anew.
    """
    found = []
    if revised is not None:
        pairs = tuple(paired(version.paper.stories, revised.stories))
        found += [
            _text_read(revised),
            _silent_counted(reply, pairs, computed or {}),
            _conserved(reply, pairs, computed or {}),
        ]
        found.append(_comments_kept(reply, revised))
    if blocks:
        found.append(_blocks_kept(reply, blocks))
    return tuple(found)


def _text_read(revised: Revised) -> Check:
    ledger = revised.ledger
    parts = sorted({*ledger.held, *ledger.read})
    short = [part for part in parts if ledger.held.get(part, 0) != ledger.read.get(part, 0)]
    return _check(
        "ledger.text_read",
        not short,
        f"Chưa đọc hết chữ trong tệp (phần {', '.join(short)}). Hãy mở tệp, xem phần đó và nhập tay ý kiến còn thiếu.",
    )


def _silent_counted(reply: Reply, pairs: Iterable[Pair], computed: Mapping[str, Sequence[Edit]]) -> Check:
    """A copy that differs from the version before its tracked changes was changed with tracking off: that must show.

    Unless tracking took it back, or only fields were worked out anew.
    """
    changed = {opinion.target.story for opinion in _changes(reply)}
    unseen = [
        pair.sent.name
        for pair in pairs
        if pair.sent.name not in changed
        and not holds((), pair.sent, pair.returned.original)
        and not holds(computed.get(pair.sent.name, ()), pair.sent, pair.returned.accepted)
    ]
    return _check(
        "ledger.silent_counted",
        not unseen,
        f"Bản gửi về đã bị sửa khi tắt theo dõi thay đổi (phần {', '.join(unseen)}) mà chưa thành ý kiến nào. "
        "Hãy so sánh tệp với bản gửi đi và nhập tay những chỗ khác.",
    )


def _conserved(reply: Reply, pairs: Iterable[Pair], computed: Mapping[str, Sequence[Edit]]) -> Check:
    edits: dict[str, list[Edit]] = defaultdict(
        list, {story: [*several] for story, several in computed.items()}
    )
    broken = set()
    texts = {}
    pairs = tuple(pairs)
    for pair in pairs:
        texts[pair.sent.name] = pair.sent.text
    for opinion in _changes(reply):
        story = opinion.target.story
        edit = edit_of(texts.get(story, ""), opinion)
        if edit is None:
            broken.add(story)
        else:
            edits[story].append(edit)
    broken |= {
        pair.sent.name
        for pair in pairs
        if not holds(edits[pair.sent.name], pair.sent, pair.returned.accepted)
    }
    return _check(
        "ledger.conserved",
        not broken,
        f"Các thay đổi đọc được không ghép lại thành đúng bản mà cơ quan gửi về (phần {', '.join(sorted(broken))}). "
        "Hãy mở tệp, đối chiếu với bản gửi đi và nhập tay những ý kiến còn thiếu.",
    )


def _changes(reply: Reply) -> Iterator[Opinion]:
    return (opinion for opinion in reply.opinions if opinion.origin in OF_COPIES)


def _comments_kept(reply: Reply, revised: Revised) -> Check:
    """Every comment is one opinion, one answer within a thread, or listed as without a place; and none of them twice."""
    spoken = [opinion for opinion in reply.opinions if opinion.origin is Origin.COMMENT]
    kept = Counter([*(one.text for one in spoken), *(answer.text for one in spoken for answer in one.thread)])
    lost = Counter(remark.text for remark in revised.remarks) - kept
    left = "\n".join(unplaced.words for unplaced in reply.unplaced)
    for text in lost.elements():
        if text not in left:
            return _check("ledger.comments_kept", False, _COMMENT.format(_short(text)))
        left = left.replace(text, "", 1)
    doubled = sum(kept.values()) > len(revised.remarks)
    return _check("ledger.comments_kept", not doubled, _DOUBLED)


_COMMENT = "Bình luận “{}” chưa thành ý kiến nào. Hãy mở tệp và nhập tay bình luận này."
_DOUBLED = "Số ý kiến từ bình luận nhiều hơn số bình luận trong tệp. Hãy mở tệp và bỏ những ý kiến bị lặp."


def _blocks_kept(reply: Reply, blocks: Iterable[str]) -> Check:
    kept = [said(text) for text in _kept(reply)]
    joined = f" {' | '.join(kept)} "
    runs = {run for text in kept for run in _runs(text)}
    lost = [piece for block in blocks for piece in _pieces(block) if not _found(said(piece), joined, runs)]
    quoted = "; ".join(f"“{_short(piece)}”" for piece in lost[:_SHOWN])
    return _check(
        "ledger.blocks_kept",
        not lost,
        f"{len(lost)} đoạn của văn bản góp ý chưa vào ý kiến nào: {quoted}. Hãy đọc những đoạn này và nhập tay.",
    )


def _kept(reply: Reply) -> Iterator[str]:
    """All words that are kept of a letter."""
    for opinion in reply.opinions:
        yield from (opinion.text, opinion.new, opinion.old, opinion.source.words, opinion.target.quote)
    for unplaced in reply.unplaced:
        yield from (unplaced.words, unplaced.old, unplaced.new)
    yield from reply.form


def _pieces(block: str) -> Iterator[str]:
    """What stands between stops; labels are left out."""
    return (piece for piece in _PIECE.split(block) if any(len(word) > 2 for word in said(piece).split()))


def _found(piece: str, joined: str, runs: set[tuple[str, ...]]) -> bool:
    if f" {piece} " in joined:
        return True
    wanted = set(_runs(piece))
    return bool(wanted) and len(wanted & runs) >= _SHARE * len(wanted)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = text.split()
    return (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


# ------------------------------------------------------------------------------------------------ a merge
def checks_of_merge(
    replies: Sequence[Reply], rows: Sequence[Row], asked: Sequence[str] = ()
) -> tuple[Check, ...]:
    """Every opinion is in one row; and where the agencies asked are given, every reply is one of theirs."""
    found = [_rows_hold_all(replies, rows)]
    if asked:
        found.append(_agencies_have_state(replies, asked))
    return tuple(found)


def _rows_hold_all(replies: Sequence[Reply], rows: Iterable[Row]) -> Check:
    members = Counter(key for row in rows for key in row.members)
    opinions = {
        (number, index) for number, reply in enumerate(replies) for index in range(len(reply.opinions))
    }
    wrong = (opinions ^ members.keys()) | {key for key, count in members.items() if count != 1}
    files = sorted({replies[number].file for number, _ in wrong if 0 <= number < len(replies)})
    return _check(
        "ledger.rows_hold_all",
        not wrong,
        f"{len(wrong)} ý kiến thiếu hoặc lặp trong bảng tổng hợp ({', '.join(files)}). Hãy tổng hợp lại; "
        "nếu vẫn vậy, hãy đối chiếu bảng với các tệp này trước khi dùng.",
    )


def _agencies_have_state(replies: Iterable[Reply], asked: Sequence[str]) -> Check:
    names = {fold(name) for name in asked}
    strange = sorted(reply.file for reply in replies if fold(reply.agency) not in names)
    return _check(
        "ledger.agencies_have_state",
        not strange,
        f"Chưa rõ {len(strange)} tệp là của cơ quan nào trong danh sách lấy ý kiến: {', '.join(strange)}. "
        "Hãy chọn cơ quan cho từng tệp; nếu không, cơ quan đó bị tính là chưa trả lời.",
    )


def states(replies: Iterable[Reply], asked: Sequence[str]) -> dict[str, State]:
    """The state of every agency asked, by its name as given; of several replies of one the most telling."""
    given: dict[str, set[State]] = defaultdict(set)
    for reply in replies:
        given[fold(reply.agency)].add(state_of(reply))
    return {
        name: next((one for one in State if one in given[fold(name)]), State.NOT_ANSWERED) for name in asked
    }


def state_of(reply: Reply) -> State:
    """What one reply says of its agency."""
    asking = any(opinion.operation is not Operation.AGREE for opinion in reply.opinions)
    if asking or reply.unplaced or reply.stance is Stance.DISAGREE:
        return State.OPINIONS
    if reply.stance in (Stance.AGREE, Stance.AGREE_WITH_OPINIONS) or reply.opinions:
        return State.AGREES
    silent = reply.stance is Stance.NO_OPINION or "unchanged" in reply.kinds
    return State.NO_OPINION if silent else State.UNREADABLE


def _check(code: str, held: bool, message: str) -> Check:
    return Check(code, held, "" if held else message)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 80 else words[:79].rstrip() + "…"
