"""Where an agency stands on the whole draft, by the sentences that say so.

The lattice, from least to most: no opinion, agreement, agreement with opinions, disagreement. "Cơ bản nhất trí" is
agreement with opinions; "các nội dung khác nhất trí" agrees with the rest; "không nhất trí với khoản 2" speaks of a
part and says nothing of the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from thammuu_core.opinions.model import Stance
from thammuu_core.opinions.prose.phrases import PLACE, announces, asks, small, wants_change, without_denials


class Said(StrEnum):
    """What one sentence says of the whole draft."""

    AGREES = "agrees"
    AGREES_WITH_OPINIONS = "agrees_with_opinions"
    AGREES_WITH_REST = "agrees_with_rest"
    DISAGREES = "disagrees"
    NO_OPINION = "no_opinion"


_AGREE = re.compile(
    r"(?P<not>\b(?:không|chưa)(?: (?:hoàn toàn|thể|được))? )?\b(?:nhất trí|thống nhất|đồng ý|đồng thuận|đồng tình|tán thành|ủng hộ|không phản đối)\b(?! (?:quản lý|giữa|trong|thuật ngữ|một|cách|sử dụng|hóa|thể hiện|tên))(?P<object>[^,;.:]*)"
)
_DRAFT = re.compile(
    r"\b(?:dự thảo|văn bản|hồ sơ|việc ban hành|ban hành|trình (?:ủy ban|ubnd|hội đồng|hđnd|chính phủ|thủ tướng|quốc hội)|sự cần thiết|chủ trương|mục tiêu|quan điểm|toàn bộ|các nội dung|nội dung (?:như|theo|của|trên|nêu)|nội dung$|đề xuất|phương án|kế hoạch|quyết định|nghị quyết|tờ trình|thông tư|nghị định|đề án|quy chế)\b"
)
_PARTIAL = re.compile(
    r"\b(?:một số|phần|bố cục(?!,| và)|quy định (?:tại|về)|nội dung (?:tại|quy định|về)|đoạn|phương án \d)\b"
)
_ADVERBS = re.compile(r"(?:\s*(?:cao|hoàn toàn|cơ bản|rất))*\s*")
_ON = re.compile(r"(?:và|để|trình|gửi)\b")
"""How a sentence goes on when agreement needs no object."""
_AIM = r"\b(?:đề nghị|kiến nghị|cần|nên|bảo đảm|đảm bảo|để|nhằm|sự|tính|cho|sửa|bổ sung|rà soát|sử dụng|đồng bộ|phù hợp|chỉnh sửa)\b"
_PURPOSE = re.compile(rf"{_AIM}\s*(?:\w+ ){{0,3}}$")
_PURPOSES = re.compile(_AIM)
_APART = re.compile(
    r"\b(?:(?:và|nhưng) (?:có|tham gia|đề nghị|không|xin)|trừ|ngoại trừ|riêng|ngoài|nhưng|song|chỉ)\b"
)
"""Where the object of agreement has ended without a comma."""
_REST = re.compile(
    r"\b(?:nội dung|vấn đề|điều khoản|phần|quy định|điều)(?: \w+)? (?:khác|còn lại)\b|\bnội dung (?:không (?:đề cập|nêu|có ý kiến)|chưa đề cập)\b|\bngoài (?:các |những )?(?:nội dung|ý kiến|vấn đề)|\b(?:không có|không còn) ý kiến (?:nào |gì )?khác\b"
)
_BASIC = re.compile(r"\bcơ bản\b")
_BUT = re.compile(
    r"\b(?:tuy nhiên|tuy vậy|song|nhưng|ngoài ra|bên cạnh đó|trừ|riêng|chỉ (?:xin )?(?:kiến nghị|đề nghị|góp ý|lưu ý|có)|có (?:chỉnh sửa|bổ sung|góp ý)|một số (?:ý kiến|nội dung|vấn đề|điểm)|ý kiến (?:như )?sau|như sau|sau đây|với điều kiện|sau khi (?!đã)(?:\w+ ){0,5}(?:tiếp thu|chỉnh sửa|hoàn thiện|bổ sung))\b|\bđề nghị\b[^.]*\b(?:sửa|bổ sung|chỉnh|bỏ|thay|rà soát|làm rõ|xem xét|nghiên cứu|cân nhắc)\b"
)
_NOTHING_BUT = re.compile(
    r"\bkhông (?:có|còn) (?:ý kiến|góp ý)(?: tham gia)?(?: nào| gì)?(?: khác| thêm)* (?:ngoài|trừ)\b"
)
_TO_COME = re.compile(r"\b(?:sau|sau đây|dưới đây|như sau)\b\W*$")
_EXCEPT = re.compile(
    r"\bngoài (?:một số|các|những|\d+) (?:nội dung|ý kiến|vấn đề|điểm)\b[^.]*\b(?:sau|dưới đây|như sau)\b"
)
_KEPT = re.compile(r"\bgiữ nguyên (?:toàn bộ )?(?:nội dung )?(?:như |của )?(?:bản )?dự thảo\b")
_NOTHING = re.compile(
    r"\bkhông (?:có |tham gia |có tham gia )?(?:(?:các |thêm )?(?:ý kiến|góp ý|tham gia))(?! (?:nào )?thống nhất)\b|\bý kiến\b[^.:]*:\s*không\b(?: có)?\W*$"
)
_REFUSED = re.compile(
    r"\bđề nghị (?:không|chưa|dừng|tạm dừng) (?:việc )?(?:trình |thông qua |xem xét,? )*(?:ban hành|xây dựng|trình|thông qua)\b(?! (?:kèm|quy định|nội dung))"
    r"|\b(?:không|chưa) (?:(?:thật|thực) sự )?(?:cần thiết|cần|nên) (?:phải )?(?:ban hành|xây dựng)\b"
    r"|\bviệc (?:ban hành|xây dựng)[^,;.]{0,80}? (?:không|chưa) (?:(?:thật|thực) sự )?cần thiết\b"
    r"|(?<!không )\bphản đối (?:việc |nội dung )?(?:ban hành|dự thảo)\b"
    r"|\b(?:chưa|không) (?:đủ|có) (?:cơ sở|điều kiện|căn cứ)[^,;.]{0,40}\b(?:nhất trí|thống nhất|ban hành|trình)\b"
)


def said(sentence: str) -> Said | None:
    """What a sentence says of the whole draft; None where it says nothing, or speaks of a part."""
    text = small(sentence)
    if _REFUSED.search(text) and not PLACE.search(text):
        return Said.DISAGREES
    if _NOTHING_BUT.search(text):
        return Said.AGREES_WITH_OPINIONS if _TO_COME.search(text) else Said.AGREES_WITH_REST
    for found in _AGREE.finditer(text):
        if _of_whole(text, found):
            return _agreement(text, found)
    if _NOTHING.search(text) and not PLACE.search(text):
        if _EXCEPT.search(text):
            return Said.AGREES_WITH_OPINIONS
        return Said.AGREES_WITH_REST if _REST.search(text) else Said.NO_OPINION
    return Said.AGREES if _KEPT.search(text) and not PLACE.search(text) else None


_FORMAL = re.compile(
    r"\bđề nghị\b[^.]*\b(?:tổng hợp|hoàn thiện|hoàn chỉnh|tham mưu|trình|ban hành|triển khai)\b"
)


def only_stance(sentence: str) -> bool:
    """Whether a sentence says where the agency stands on the whole draft and asks for nothing beside."""
    text, heard = without_denials(small(sentence)), said(sentence)
    with_rest = heard is Said.AGREES_WITH_REST and _NOTHING_BUT.search(small(sentence))
    if heard is None or with_rest or PLACE.search(text) or '"' in text:
        return False
    if (
        not asks(text)
        or announces(sentence)
        or (_KEPT.search(text) and not wants_change(_KEPT.sub(" ", text)))
    ):
        return True
    return bool(_FORMAL.search(text)) and not wants_change(text)


def _of_whole(text: str, found: re.Match[str]) -> bool:
    before, spoken = text[: found.start()], _APART.split(found["object"])[0]
    clause = re.split(r"[,;:.]", before)[-1]
    if _PURPOSE.search(clause) if clause.strip() else _PURPOSES.search(without_denials(before)):
        return False
    if PLACE.search(spoken) or PLACE.search(clause) or '"' in spoken or _PARTIAL.search(spoken):
        return False
    bare = _ADVERBS.sub("", spoken, count=1).strip()
    if found["not"] and not bare and _DRAFT.search(before):
        return not PLACE.search(text)
    alone = not bare and not clause.strip(" -+☒☑✓✔x×[]")
    return bool(_DRAFT.search(spoken)) or alone or (not found["not"] and (not bare or bool(_ON.match(bare))))


def _agreement(text: str, found: re.Match[str]) -> Said:
    if _REST.search(text):
        return Said.AGREES_WITH_REST
    if found["not"]:
        return Said.DISAGREES
    basic = _BASIC.search(text[: found.end()])
    return (
        Said.AGREES_WITH_OPINIONS
        if basic or _BUT.search(without_denials(text[found.start("object") :]))
        else Said.AGREES
    )


def stance(found: Iterable[Said], opinions: bool) -> Stance:
    """The stance of a letter whose sentences say these; `opinions`: it asks for something as well."""
    heard = set(found)
    if Said.DISAGREES in heard:
        return Stance.DISAGREE
    agreed = heard & {Said.AGREES, Said.AGREES_WITH_OPINIONS}
    if Said.AGREES_WITH_OPINIONS in heard or (agreed and opinions):
        return Stance.AGREE_WITH_OPINIONS
    if agreed:
        return Stance.AGREE
    if Said.AGREES_WITH_REST in heard:
        return Stance.AGREE_WITH_OPINIONS if opinions else Stance.AGREE
    if Said.NO_OPINION in heard and not opinions:
        return Stance.NO_OPINION
    return Stance.UNKNOWN
