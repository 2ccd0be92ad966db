"""What a sentence asks for."""

from __future__ import annotations

from collections.abc import Sequence

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Reading
from thammuu_core.opinions.sentences.verbs import Verb, verbs

REQUEST = r"(?<![^\W_])(?:đề nghị|kiến nghị|đề xuất|yêu cầu|cần phải|cần được|cần|nên|phải|xin|mong|có thể)(?![^\W_])"
_QUESTION = r"\?\s*$|(?<![^\W_])(?:như thế nào|thế nào|là gì|nào|hay không|được không|ra sao)(?![^\W_])\W*$"


def asked(read: Reading) -> Operation:
    """The operation; COMMENT where nothing is asked."""
    found = verbs(read)
    start = _begins(read)
    after = [verb for verb in found if verb.start >= start] or list(found)
    strong = next((verb for verb in after if verb.strong), None)
    if strong is not None:
        return _refined(read, strong, after)
    if cue(read, _QUESTION).search(read.clear):
        return Operation.QUESTION
    if after:
        return after[-1].operation if after[0].operation is Operation.REVIEW else after[0].operation
    return Operation.COMMENT


def _begins(read: Reading) -> int:
    found = [match.end() for match in cue(read, REQUEST).finditer(read.clear)]
    return found[0] if found else 0


def _refined(read: Reading, first: Verb, after: Sequence[Verb]) -> Operation:
    rest = [verb for verb in after if verb.start > first.start and verb.strong]
    following = rest[0] if rest else None
    if first.operation is Operation.DELETE and following and following.operation is Operation.REPLACE:
        return Operation.REPLACE
    return first.operation
