"""Papers that came among the replies and are none: a report, a decision, a plan that never speaks of the draft."""

from __future__ import annotations

from dataclasses import replace

from thammuu_core.errors import Problem, Severity
from thammuu_core.opinions.letters import heads
from thammuu_core.opinions.model import Confidence, Opinion, Reply, Stance
from thammuu_core.papers import Paper
from thammuu_core.text import fold

_LETTER = "CV"
_ANSWERS = ("gop y", "tham gia y kien", "cho y kien", "lay y kien", "co y kien", "khong co y kien", "du thao")
"""What an answer to a consultation says somewhere, be it typed with marks or without."""


def kind_of_stranger(paper: Paper) -> str:
    """What the paper is, "Báo cáo", when it is no letter and never speaks of a draft or of opinions; else empty."""
    header = heads.head(paper)
    if not header.kind_code or header.kind_code == _LETTER or not header.kind_name:
        return ""
    said = f" {fold(paper.body.text)} "
    return "" if any(f" {words} " in said for words in _ANSWERS) else header.kind_name


def doubted(reply: Reply, kind: str) -> Reply:
    """A reply read from such a paper: nothing is dropped, but no place and no stance is believed."""
    evidence = f"{kind} không nói gì đến dự thảo hay việc góp ý: có vẻ không phải văn bản góp ý."
    message = f"{evidence} Hãy mở tệp xem; nếu gửi nhầm thì bỏ tệp này ra, nếu đúng thì gắn từng ý kiến."
    return replace(
        reply,
        stance=Stance.UNKNOWN,
        opinions=tuple(map(_doubted, reply.opinions)),
        evidence=evidence,
        problems=(*reply.problems, Problem("opinions.not_a_reply", Severity.WARNING, message, reply.file)),
    )


def _doubted(opinion: Opinion) -> Opinion:
    if opinion.target.start is None:
        return opinion
    return replace(opinion, target=replace(opinion.target, confidence=Confidence.CHECK))
