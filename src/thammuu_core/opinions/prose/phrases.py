"""Words by which the sentences of a reply letter are told apart: requests, reasons, openings, closings, places."""

from __future__ import annotations

import re

from thammuu_core.text import plain

PLACE = re.compile(
    r"\b(?:điều|khoản|mục|tiết|chương|phần|phụ lục|phụ biểu|biểu|mẫu(?: số)?|trang|dòng|stt|tt)\s+(?:số\s+|thứ\s+)?(?:\d|[ivxlc]+\b|[a-zđ]\b)"
    r"|\bđiểm\s+(?:\d|[a-zđ]\b)|\bgạch đầu dòng\b|\bphần căn cứ\b|\btên (?:gọi|dự thảo|văn bản)\b|\bcăn cứ pháp lý\b|\bđoạn (?:bắt đầu|\d|thứ|cuối|đầu)"
    r"|\b(?:điều|khoản|(?<!thời )điểm|mục|đoạn|nội dung|quy định|phương án) này\b|\bphương án \d"
)
"""A place in the draft, in small letters."""

_REQUEST = re.compile(
    r"\b(?:đề nghị|kiến nghị|(?<!với )(?<!các )đề xuất(?! của| như| tại)|xin ý kiến|nên (?:được |có |xem |cân |nghiên |quy |bổ |sửa|bỏ|thay|thêm|tách|gộp|viết|chỉnh|điều |làm |giữ |rà |lùi|tăng|giảm|giao|để|ghi|dùng|thống |hạn |mở |rút|kéo|đưa|chuyển|cụ thể|theo)|(?<!sự )cần(?! thiết)|phải được|yêu cầu)"
    r"|^\W*cần thiết (?:phải|có|quy định|bổ sung|sửa)\b"
    r"|^\W*(?:bỏ|bổ sung|sửa|thay|thêm|lược bỏ|xóa|điều chỉnh|chỉnh sửa|giữ nguyên|làm rõ|rà soát|xem xét|cân nhắc|nghiên cứu|gộp|tách|chuyển|viết lại|thừa|thiếu)\b"
    r"|[:;,–-]\s*(?:bỏ|bổ sung|sửa|thay|thêm|lược bỏ|xóa|điều chỉnh|chỉnh sửa|giữ nguyên|làm rõ|rà soát|xem xét|cân nhắc|gộp|tách|chuyển|viết lại|thừa|thiếu)\b"
    r"|\?\W*$"
)
_ASKING = re.compile(r"\b(?:về việc|v/v)\s+(?:đề nghị|kiến nghị|xin|lấy|tham gia|góp|cho)\b[^,.;]*")
"""What a letter that is answered asked for."""
_DENIAL = re.compile(
    r"\bkhông (?:có|còn|tham gia)\b[^,;.]{0,20}\b(?:ý kiến|góp ý)\b(?:,? (?:sửa đổi|bổ sung|chỉnh sửa|điều chỉnh))*(?:[^;.]{0,40}?\bthêm\b(?! về)|(?:(?!\b(?:ngoài|trừ)\b)[^,;.])*)"
    r"|\bkhông (?:đề nghị )?(?:bổ sung|chỉnh sửa|sửa đổi|điều chỉnh)\b[^;.]{0,60}\bgì\b[^,;.]*"
)
"""Having nothing to say, or to change, in the words of those who do."""
_REASON = re.compile(
    r"\W*(?:lý do|lí do|nguyên nhân|do vậy là|việc (?:sửa|bổ sung|điều chỉnh|chỉnh sửa|quy định|bỏ|thay)[^,;.]* (?:như trên|này|nêu trên)|căn cứ đề nghị|cơ sở đề nghị|cơ sở pháp lý\s*:|cho phù hợp)\b"
)
_PERHAPS_REASON = re.compile(r"\W*(?:vì(?! vậy| thế| sao)|bởi|do(?! đó| vậy)|thực tế|để|nhằm)\b")
"""A clause that a request may follow: "Để bảo đảm thống nhất, đề nghị sửa …"."""
_ASKED_FOR = re.compile(
    r"\b(?:đề nghị|kiến nghị|đề xuất|(?<!sự )cần(?! thiết)|nên (?:được |có )?(?:bổ sung|sửa|bỏ|thay|quy định|tách|gộp|viết|chỉnh|điều chỉnh|giữ|ghi|dùng|chuyển))\b|\?\W*$"
)
_OPENING = re.compile(
    r"\W*(?:phúc đáp|trả lời|thực hiện|theo|căn cứ|tiếp nhận|ngày \d|sau khi|qua nghiên cứu|xét|trên cơ sở|nhận được)\b"
)
_RECEIVED = re.compile(
    r"\b(?:có |đã )?nhận được\b.{0,20}\b(?:công văn|văn bản|giấy mời|dự thảo|hồ sơ|đề nghị|tờ trình|phiếu)\b"
)
_GREETING = re.compile(r"\bgửi (?:(?:đến|tới) .{2,60})?lời chào\b")
_ASKED = re.compile(
    r"\b(?:công văn|văn bản|tờ trình|giấy mời|phiếu|thông báo|kế hoạch|quyết định)\b[^.]{0,40}(?:số|ngày)|\bý kiến\b"
)
_LEAD = re.compile(
    r"(?:ý kiến|góp ý|nội dung|vấn đề|cụ thể|sau|dưới đây|sau đây|trả lời)(?: (?:như sau|sau đây|sau|cụ thể như sau|cụ thể|dưới đây))?\s*:?\s*$"
)
_CLOSING = re.compile(
    r"\W*(?:trên đây là|trân trọng|xin (?:chân thành |trân trọng )?cảm ơn|rất mong|kính (?:đề nghị|mong|gửi)|(?:vậy,? )?\S.{0,60}\b(?:gửi|kính gửi|báo cáo|trao đổi|phúc đáp|trả lời)\b.{0,140}\b(?:tổng hợp|biết|theo quy định|hoàn thiện)|(?:kính )?đề nghị .{2,120}\b(?:tổng hợp|tham mưu|hoàn thiện|hoàn chỉnh|trình|ban hành)\b)"
)
_STAMP = re.compile(
    r"\W*(?:đến\W{0,3}(?:số|ngày)|(?:số|ngày|giờ)\W{0,3}(?:đến)?[\s:.…\d/]*$|công văn đến|chuyển\s*:|(?:vấn đề (?:xin|lấy|cần) ý kiến|tài liệu (?:gửi )?kèm theo|họ (?:và )?tên|chức vụ|điện thoại)\s*:|ký bởi|người ký|email\s*:|cơ quan\s*:.{0,80}(?:tỉnh|thành phố|bộ|sở)|thời gian ký|ngày ký|nguồn xác thực|signature|signed by|digitally signed|date\s*:|lý do ký|văn bản được ký|phụ lục$|\(?(?:ban hành |gửi )?kèm theo (?:công văn|văn bản|tờ trình|báo cáo)\b|\((?:xin )?gửi kèm\b|trang \d+(?:/\d+)?$|\d{1,3}$|-+ ?\d{1,3} ?-+$)"
)
"""What a registry stamps on a page it receives, and what a signature certificate prints."""
_GIVEN = re.compile(r"\b(?:sửa|viết lại|bổ sung|thay|điều chỉnh|chỉnh lý|chỉnh sửa|thể hiện)\b")
_SEVERAL = re.compile(r"\b(?:một số|các|những|\d+) (?:nội dung|ý kiến|vấn đề|điểm)\b(?! \d)")
_ENDING = re.compile(r"\W*(?:trên đây là|rất mong|trân trọng|xin (?:chân thành |trân trọng )?cảm ơn)\b")
_CHANGES = re.compile(
    r"\b(?:bổ sung|sửa|thay|bỏ|thêm|chỉnh|điều chỉnh|chuyển|gộp|tách|viết lại|giữ nguyên|thừa|thiếu)\b"
)
_CONNECTED = re.compile(
    r"\W*(?:đồng thời|cũng|theo đó|do đó|do vậy|vì vậy|vì thế|từ đó|như vậy|trường hợp|mặt khác|hơn nữa|tuy nhiên|song)\b"
    r"|\b(?:này|nêu trên|nói trên|như trên|trên đây|tại đây|đó)\b"
)
_WANTED = re.compile(
    r"\b(?:sửa|bổ sung|bỏ|thay(?! thế)|rà soát|làm rõ|chỉnh|điều chỉnh|cân nhắc|quan tâm|lưu ý|quy định rõ|giải trình|viết|giữ nguyên)\b"
)
_FOREIGN = re.compile(
    r"\b(?:điểm|khoản|điều|mục|chương|phụ lục)\s[^,;.:]{0,60}?\b(?:luật|bộ luật|nghị định|thông tư|pháp lệnh|hiến pháp|quyết định số|nghị quyết số|kế hoạch số)\b"
)
"""A provision of another instrument."""
_DESCRIBES = re.compile(
    r"\b(?:dự thảo|đang|hiện|hiện nay)\b[^.;]{0,50}\b(?:quy định|nêu|ghi|xác định|giao|đề ra|viết|thể hiện)\b"
)
_FINDS_FAULT = re.compile(
    r"\b(?:chưa|không|vì sao|tại sao|thế nào|thừa|thiếu|trùng|mâu thuẫn|chồng chéo|sai|nhầm)\b|\?"
)
_DRAFT_READS = re.compile(
    r"\W*(?:(?:nội dung|quy định)\s+)?(?:(?:tại|của|trong|theo)\s+)?(?:bản\s+)?dự thảo[^:\"]{0,40}[:\"]"
)
_COUNTED = re.compile(
    r"\W*(?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|một là|hai là|ba là|bốn là|cuối cùng|ngoài ra|bên cạnh đó)\b"
)
_UNTICKED = re.compile(r"\s*(?:[□☐▢⬜◻❏]|\[\s?\])\s*\w")
_TOPIC = re.compile(
    r"\W*(?:các |hai |ba |những )?(?:tại|về|đối với|ở|theo|điều|khoản|điểm|mục|phần|chương|phụ lục|trang|đoạn|câu|tiết|gạch đầu dòng|dòng|stt|tt|tên|căn cứ|mẫu|biểu|dự thảo|quy định|nội dung|hiện nay|cụm từ|thời hạn|trường hợp)\b"
)


def small(text: str) -> str:
    """Small letters, dashes, quotes and blanks of one kind; as long as `text`."""
    lowered = plain(text).lower()
    return lowered if len(lowered) == len(text) else plain(text)


def asks(sentence: str) -> bool:
    """Whether it asks for something by its words; reasons, and what the letter answered asked for, aside."""
    said = without_denials(_ASKING.sub(" ", small(sentence)))
    return not reasons(sentence) and bool(_REQUEST.search(said))


def without_denials(text: str) -> str:
    """The words without "không có ý kiến sửa đổi, bổ sung gì thêm", which ask for nothing."""
    return _DENIAL.sub(" ", text)


def reasons(sentence: str) -> bool:
    """Whether it begins as the reason of what stands before it."""
    said = small(sentence)
    return bool(_REASON.match(said) or (_PERHAPS_REASON.match(said) and not _ASKED_FOR.search(said)))


def connected(sentence: str) -> bool:
    """Whether it speaks of what the sentence before it speaks of: "Đồng thời …", "… nội dung này"."""
    return bool(_CONNECTED.search(small(sentence)))


def begins_anew(text: str) -> bool:
    """Whether it counts itself as the next of several: "Thứ hai, …"."""
    return bool(_COUNTED.match(small(text)))


def unticked(text: str) -> bool:
    """A box of a voting form that nobody ticked."""
    return bool(_UNTICKED.match(text))


def begins_topic(sentence: str) -> bool:
    """Whether it may begin to speak of another place: "Khoản 2 Điều 5 dự thảo quy định …"."""
    said = small(sentence)
    placed = PLACE.search(_FOREIGN.sub(" ", said))
    return bool(_TOPIC.match(said)) and bool(placed) and not reasons(sentence)


def describes(sentence: str) -> bool:
    """Whether it only tells what the draft says: "Điểm 2 dự thảo quy định “…”."; the premise of a request to come."""
    said = small(sentence)
    return bool(_DESCRIBES.search(said)) and not _FINDS_FAULT.search(re.sub(r'"[^"]*"', " ", said))


def names_place(text: str) -> bool:
    """Whether it names a place in a draft."""
    return bool(PLACE.search(small(text)))


def opens(sentence: str) -> bool:
    """Which letter is answered, and "… có ý kiến như sau:", when nothing is asked."""
    said = small(sentence)
    if asks(sentence) and not announces(sentence):
        return False
    if _GREETING.search(said):
        return True
    begins = _OPENING.match(said) or _RECEIVED.search(said)
    return bool(begins and _ASKED.search(said)) and not PLACE.search(said)


def announces(sentence: str) -> bool:
    """Whether it ends by announcing what follows: "… như sau:", and names no place and no words."""
    said = small(sentence)
    return bool(_LEAD.search(said)) and not PLACE.search(said) and not re.search(r'["«]', said)


def leads(sentence: str) -> bool:
    """Whether it only announces what follows: "… có một số ý kiến như sau:", no new wording."""
    return announces(sentence) and not (asks(sentence) and gives_wording(sentence))


def lists(text: str) -> bool:
    """Whether it announces a list of opinions: "Một số nội dung đề nghị xem xét:"."""
    said = small(text)
    ends = said.rstrip().endswith(":") and not PLACE.search(said) and not re.search(r'["«]', said)
    return ends and bool(_SEVERAL.search(said))


def quotes_draft(text: str) -> bool:
    """Whether it says only how the draft reads, as a line of its own: "Dự thảo: “…”"."""
    return bool(_DRAFT_READS.match(small(text)))


def gives_wording(lead: str) -> bool:
    """Whether it announces a new wording rather than a list of opinions."""
    said = small(lead)
    return bool(_GIVEN.search(said)) and not _SEVERAL.search(said)


def wants_change(sentence: str) -> bool:
    """Whether it asks for more than the formalities that follow: to gather opinions, to submit, to issue."""
    return bool(_WANTED.search(small(sentence)))


def closes(sentence: str) -> bool:
    """ "Trên đây là ý kiến của …, đề nghị … tổng hợp", thanks, greetings."""
    said = small(sentence)
    if not _CLOSING.match(said) or PLACE.search(said) or re.search(r'["«]', said):
        return False
    return bool(_ENDING.match(said)) or not wants_change(sentence)


def changes(text: str) -> bool:
    """Whether it says, after its first words, what is to be changed: "Phần căn cứ bổ sung Luật …"."""
    found = _CHANGES.search(small(text))
    return found is not None and len(text[: found.start()].split()) > 1


def stamps(text: str) -> bool:
    """A registry's stamp, a signature certificate, the number of a page, what an annex is attached to, what a voting form
    asks."""
    return len(text) < 160 and bool(_STAMP.match(small(text)))
