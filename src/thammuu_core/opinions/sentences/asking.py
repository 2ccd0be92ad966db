"""What a sentence asks for: the word of the request nearest after it, seen with what stands around it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Reading
from thammuu_core.opinions.sentences.reading import QUOTED
from thammuu_core.opinions.sentences.references import references
from thammuu_core.opinions.sentences.verbs import Verb, verbs

_W, _E = r"(?<![^\W_])", r"(?![^\W_])"
_REQUEST = (
    rf"{_W}(?<!hồ sơ )(?<!đơn )(?<!người )(?<!giấy )(?<!văn bản )(?<!theo )(?<!tổ chức )(?<!cá nhân )(?<!tờ )(?<!được )"
    rf"(?:đề nghị|kiến nghị|đề xuất|yêu cầu|mong|xin)(?! của){_E}"
)
_OUGHT = rf"{_W}(?:cần phải|cần được|cần|nên|(?<!không )phải|có thể){_E}"
_QUESTION = rf"\?|{_W}(?:như thế nào|thế nào|là gì|nào|hay không|được không|ra sao|vì sao|tại sao){_E}\W*$|{_W}(?:vì sao|tại sao){_E}"
_NOT = rf"{_W}(?:không|chưa|đừng|không nên|không cần|không cần thiết|chưa nên|chưa cần)(?: phải| thiết)?\s*$"
_TURN = rf"{_W}theo hướng\s*$"
_JOINED = r"^[\s,]*(?:(?:và|hoặc|lại|kỹ|thêm|việc|có thể|để|nhằm|tiếp|tục|cho|nội dung|quy định|này|phương án|theo|hướng|các|các nội dung)[\s,]*){0,6}$"
_LED = r"(?:,|;|và|để|theo hướng|hoặc|:|việc)\s*$"
_HEAD = r"(?:^|[:;,.(\-/?]|\bthì|\bđược|\bnghị|\blà|\bvà|\bhãy)\s*$"
_FAULTS = rf"^\s*(?:các |một số |những |lại )?(?:lỗi|sai sót){_E}"
_SOMEWHERE = (
    rf"{_W}(?:xuống|lên|sang|về|vào|thành|ra|đến|qua)(?: (?:thành|cuối|đầu|ngay|sau|trước|phía|vị trí|nội dung|quy định|của|tại|làm|một|các))*"
    rf" (?:điều|khoản|điểm|mục|phần|chương|phụ lục|đoạn|gạch|tiết|cuối|đầu|trước|sau|trên|dưới|vị trí|nội dung|nhóm){_E}|{_W}(?:vị trí|thứ tự|chỗ){_E}"
)
_INTO = rf"{_W}(?:sang|thành|cho|bằng){_E}"
_INSTEAD = rf"{_W}(?:là|thành|thay cho|thay bằng)(?: cụm từ| từ| thuật ngữ)?\s*{QUOTED}|{_W}thay (?:cho|vì) \S|:\s*{QUOTED}"
_CASE = rf"{_W}viết (?:hoa|thường){_E}"
_BARE = r"^(?: (?:lại|thế|vào|đó|luôn))*(?: (?:thành|bằng|là))"
_PUT = rf"{_W}(?:quy định|ghi|dùng|sử dụng|nêu|viết)(?: rõ| là| cụm từ| từ)*\s*{QUOTED}"
_BUT = rf"{_W}(?:ngoại trừ|trừ){_E} (?:nội dung |quy định |các |tại |phần |một số )*(?:điều|khoản|điểm|mục|phần|phụ lục|chương){_E}"
"""Agreement with the rest only."""
_ARROW = rf"{QUOTED}\s*(?:->|=>|→)\s*{QUOTED}"
_DIRECTION = rf"{_W}theo hướng{_E}"


_NEAR = 24


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked, and where the asking begins; what stands before is what the sentence speaks of."""

    operation: Operation
    start: int = 0


def asked(read: Reading) -> Asked:
    """The request of a sentence; COMMENT where nothing is asked."""
    found = verbs(read)
    if read.clear.rstrip().endswith("?") and not cue(read, _REQUEST).search(read.clear):
        return Asked(Operation.QUESTION, len(read.text))
    for pattern in (_REQUEST, _OUGHT):
        marks = [mark.end() for mark in cue(read, pattern).finditer(read.clear)]
        for start in marks:
            after = [verb for verb in found if verb.start >= start]
            if after and (operation := _operation(read, after, start)):
                return Asked(operation, start)
    ends = {one.end for one in references(read)}
    heads = [verb for verb in found if _heads(read, verb, ends) or (verb.strong and bare(read, verb))]
    if heads and (
        operation := _operation(
            read, [verb for verb in found if verb.start >= heads[0].start], heads[0].start
        )
    ):
        return Asked(operation, heads[0].start)
    if cue(read, _QUESTION).search(read.clear):
        return Asked(Operation.QUESTION, len(read.text))
    return _without_request(read, found)


def _heads(read: Reading, verb: Verb, ends: Set[int]) -> bool:
    """Whether a word stands where a request without "đề nghị" begins: first, after a place, a quotation, a pause."""
    before = read.clear[max(0, verb.start - _NEAR) : verb.start]
    said = before.rstrip(" )")
    if cue(read, _HEAD).search(before) or said.endswith(QUOTED):
        return True
    return verb.start - len(before) + len(said) in ends


def _operation(read: Reading, after: Sequence[Verb], start: int) -> Operation | None:
    strong = next((number for number, verb in enumerate(after) if verb.strong), None)
    if strong is None or (strong and not _follows(read, after[strong - 1], after[strong])):
        return _light(read, after)
    return _refined(read, after[strong], after[strong + 1 :])


def _follows(read: Reading, light: Verb, strong: Verb) -> bool:
    """Whether the weaker word only leads to the stronger: "nghiên cứu, bổ sung", "rà soát … để sửa đổi"."""
    between = read.clear[light.end : strong.start]
    return bool(cue(read, _JOINED).search(between) or cue(read, _LED).search(between)) or QUOTED in between


def _light(read: Reading, after: Sequence[Verb]) -> Operation:
    if cue(read, _DIRECTION).search(read.clear, after[0].start):
        return Operation.REPLACE
    kinds = [verb.operation for verb in after]
    if read.clear.rstrip().endswith("?") and kinds[0] is Operation.REVIEW:
        return Operation.QUESTION
    if kinds[0] is Operation.OPPOSE and cue(read, rf"{_W}mà (?:giao|chuyển|để|do){_E}").search(read.clear):
        return Operation.REPLACE
    if kinds[0] is Operation.REVIEW and _instead(read, after[0]):
        return Operation.REPLACE
    if kinds[0] is Operation.REVIEW:
        return next(
            (kind for kind in kinds if kind in (Operation.DELETE, Operation.QUESTION)), Operation.REVIEW
        )
    return kinds[0]


def _instead(read: Reading, verb: Verb) -> bool:
    """Whether what is to be looked at is to read otherwise: "cập nhật thành Quý I", "… “A”, đề nghị quy định “B”"."""
    if cue(read, _INSTEAD).search(read.clear, verb.start):
        return True
    if QUOTED in read.clear[: verb.start] and cue(read, _PUT).search(read.clear, verb.start):
        return True
    renewed = read.small[verb.start : verb.end] in ("cập nhật", "cap nhat")
    return renewed and bool(cue(read, rf"{_W}thành{_E}").search(read.clear, verb.end))


def _refined(read: Reading, verb: Verb, rest: Sequence[Verb]) -> Operation:
    operation = verb.operation
    before, after = read.clear[: verb.start], read.clear[verb.end :]
    following = next((each for each in rest if each.strong), None)
    if cue(read, _NOT).search(before[-24:]) and not cue(read, _CASE).search(read.clear, verb.start):
        return _denied(operation)
    if operation is Operation.MOVE and read.small[verb.start : verb.end] in ("đưa", "dua"):
        operation = _taken(read, after, following)
    if operation is Operation.MOVE and _only_moves(read, verb) and not cue(read, _SOMEWHERE).search(after):
        return Operation.REPLACE if cue(read, _INTO).search(after) else operation
    if operation is Operation.REPLACE and cue(read, _FAULTS).search(after) and not read.quotes:
        return Operation.REVIEW
    if following is None:
        return operation
    between = read.clear[verb.end : following.start]
    if operation is Operation.DELETE and following.operation is Operation.REPLACE:
        said_of = QUOTED in between or any(
            verb.end <= one.start < following.start for one in references(read) if one.paths
        )
        instead = bare(read, following) or (not said_of and QUOTED in read.clear[following.end :])
        return Operation.REPLACE if instead else operation
    joined = bool(cue(read, _JOINED).search(between))
    if {operation, following.operation} == {Operation.REPLACE, Operation.INSERT} and joined:
        return _changed_or_added(read, verb, following)
    if cue(read, _TURN).search(between) and QUOTED in read.clear[following.end :]:
        return following.operation
    return operation


def _only_moves(read: Reading, verb: Verb) -> bool:
    """A word that says nothing of where to: "chuyển", "đưa"."""
    return " " not in read.small[verb.start : verb.end]


def _taken(read: Reading, after: str, following: Verb | None) -> Operation:
    """ "đưa … vào khoản 2" puts in, "đưa … ra khỏi" takes out, "đưa … lên trước" moves."""
    if following and following.operation is Operation.DELETE:
        return Operation.DELETE
    way = cue(read, rf"{_W}(?:vào|lên|xuống|sang|về|ra){_E}").search(after)
    return Operation.INSERT if way and way[0] in ("vào", "vao") else Operation.MOVE


def bare(read: Reading, verb: Verb) -> bool:
    """ "…, thay bằng “…”": the words that go were said before."""
    said = read.small[verb.start : verb.end]
    return said.endswith((" bằng", " thành", " là")) or bool(cue(read, _BARE).search(read.clear[verb.end :]))


def _denied(operation: Operation) -> Operation:
    """ "không bỏ", "không sửa": it is to stay; "không bổ sung": the addition is refused."""
    if operation in (Operation.REPLACE, Operation.DELETE, Operation.MOVE, Operation.MERGE, Operation.SPLIT):
        return Operation.KEEP
    return Operation.OPPOSE if operation is Operation.INSERT else operation


def _changed_or_added(read: Reading, first: Verb, second: Verb) -> Operation:
    """ "sửa đổi, bổ sung khoản 2 như sau" changes it; "sửa đổi, bổ sung cụm từ “…” vào sau …" adds to it."""
    last = max(first, second, key=lambda verb: verb.start)
    said = read.clear[last.end : last.end + 60]
    if last.operation is Operation.INSERT and cue(
        read, rf"^(?: thêm)?(?: cụm từ| từ| chữ)\s*{QUOTED}|{_W}(?:sau|trước) (?:cụm từ|từ)"
    ).search(said):
        return Operation.INSERT
    return Operation.REPLACE


def _without_request(read: Reading, found: Sequence[Verb]) -> Asked:
    """A stance, a fault pointed out, or nothing asked."""
    if cue(read, _ARROW).search(read.clear):
        return Asked(Operation.REPLACE)
    for wanted in (Operation.OPPOSE, Operation.AGREE, Operation.DELETE, Operation.INSERT):
        for verb in (each for each in found if each.operation is wanted):
            if wanted is Operation.AGREE and cue(read, _BUT).search(read.clear, verb.end):
                return Asked(Operation.REVIEW, verb.start)
            if wanted in (Operation.OPPOSE, Operation.AGREE) or not verb.strong:
                return Asked(wanted, verb.start)
    return Asked(Operation.COMMENT, len(read.text))
