"""Bodies named in running text: where the name of an issuer ends and the next words begin.

A name is a title (Bộ trưởng, Giám đốc …), a body and a place. Known bodies end where their name ends; others run
over capitals and the small words between them until a word that no name contains ("về", "ban hành", "được").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.citations.views import Views
from thammuu_core.citations.vocabulary import fields, fixed_bodies, provinces
from thammuu_core.kinds import body_by_name

_TITLE = re.compile(
    r"(?:lien\s+(?=bo\b)|(?:pho\s+)?(?:thu tuong(?!\s+chinh phu)|bo truong|thu truong|giam doc|tong giam doc|chu tich(?!\s+nuoc)|chu nhiem|thong doc|"
    r"cuc truong|tong cuc truong|chi cuc truong|vu truong|chanh an|vien truong|tong thanh tra|chanh thanh tra|truong ban|"
    r"chanh van phong|truong phong|tong bi thu|bi thu|thuong truc|lanh dao|tap the)(?:\s*,\s*|\s+))"
)
_FIELD_HEAD = re.compile(r"(?:bo|so|phong|uy ban|ban|ty)\s+")
_LOCAL = re.compile(
    r"(?:ban thuong vu |ban chap hanh |thuong truc |ban can su dang |dang uy )?"
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|ub mttq(?: viet nam)?|tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|"
    r"uy ban hanh chinh)(?!\w)"
)
_LEVEL = re.compile(
    r"(?:cap\s+)?(?:thanh pho|tp\.?|tinh|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|khu kinh te)(?![^\W\d_])\s*"
)
_PLACE = re.compile(r"(?:[A-ZĐÀ-Ỹ][^\W_]*['’]?[^\W_]*|-)(?:\s+|(?=-)|$|(?=\W))")
_LOWER_HEAD = re.compile(r"(?:liên ngành|liên bộ|tỉnh|thành phố|huyện|quận|xã|phường|thị xã|tòa án|ban thường vụ|đảng ủy|bộ|sở|ban)\s")
_WORD = re.compile(r"[^\s;:()\"“”.,|\[\]]+\.?")
_ENDS = re.compile(
    r"(?:v/v|về|việc|ban hành|phê|quy định|qui định|quy chế|hướng dẫn|sửa|bổ sung|công bố|công nhận|thí điểm|triển khai|thực hiện|quyết|"
    r"là|được|đã|nhằm|để|có|tại|trong|trên|đối|theo|cho|do|như|thay|bãi|giao|thành lập|điều|kiện toàn|chấp|báo cáo|"
    r"đề nghị|đề xuất|tăng cường|đẩy|phân|ủy quyền|tổ chức thực|tổ chức lại|tổ chức bộ|ngày|số|khi|từ|đến|với|hoặc|thì|này|nay|nêu|còn|không|phải|"
    r"bằng|ký|căn cứ|xử phạt|xử lý|nghiên cứu|yêu cầu|chỉ đạo|thông qua|thông báo|hợp nhất|kèm|liên quan|năm|cùng|sau|trước|khẩn|"
    r"hỗ trợ|xét|đính chính|tiếp|nâng|quán triệt|gửi|trả lời|mời|lấy|xác|thu hồi|nghị|chuyển|xếp|ủy|cấp|bao gồm|gồm|hiện|vào|"
    r"và (?:các|những|thông|nghị|quyết|luật|kế|văn|hướng|quy)|kết luận|luật|chương trình|kế hoạch|đồng ý|hiệu|tạo|một số|những|các|mà|"
    r"khoản|điểm|mục|cần|đang|sẽ|đều|vẫn|quản lý (?:và|nhà)|dự thảo|văn bản|tờ trình|công văn)(?![^\W\d_])"
)
_ENDS_IN_CAPITALS = re.compile(
    r"(?:về|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|công bố|quyết định|thông tư|luật|điều\s\d|căn cứ|"
    r"chương trình|kế hoạch|v/v|ngày|được|của|trên|tại|giai đoạn|và (?:thông|nghị|quyết|luật))(?![^\W\d_])", re.I
)
_AND_ANOTHER = re.compile(
    r"\s?(?:,|;|-|va)\s{1,2}(?:va\s)?(?=(?:bo truong|bo|thanh tra|tong|ngan hang|toa an|vien|uy ban|ubnd|ban|so|van phong|bao hiem|chu tich)\s)"
)
_INITIAL = re.compile(r"(?<![^\W_])[A-ZĐÀ-Ỹ]")
_WIDEST = 16


def body_end(views: Views, start: int) -> int | None:
    """Where the name of a body that begins at `start` ends; None when no body begins there."""
    position = start
    while title := _TITLE.match(views.folded, position):
        position = title.end()
    end = _known_end(views, position) or _local_end(views, position) or _run_end(views, position)
    if end is None and position > start:
        return len(views.folded[:position].rstrip(" ,"))
    return end


def bodies_end(views: Views, start: int) -> int | None:
    """Where a list of bodies that issue together ends: "Bộ Nông nghiệp và Môi trường và Bộ Công an"."""
    end = body_end(views, start)
    while end is not None and (joint := _AND_ANOTHER.match(views.folded, end)):
        another = body_end(views, joint.end())
        if another is None:
            break
        end = another
    return end


def capitalised(views: Views, start: int, end: int) -> Iterator[int]:
    """Where a name may begin in a stretch of text."""
    return (found.start() for found in _INITIAL.finditer(views.plain, start, end))


def _known_end(views: Views, start: int) -> int | None:
    """The end of a body that has one name in the whole country, or is known by its field."""
    if found := fixed_bodies().match(views.folded, start):
        return found.end()
    head = _FIELD_HEAD.match(views.folded, start)
    if head and (field := fields().match(views.folded, head.end())):
        return _with_place(views, field.end())
    return None


def _local_end(views: Views, start: int) -> int | None:
    found = _LOCAL.match(views.folded, start)
    return _with_place(views, found.end()) if found else None


def _with_place(views: Views, end: int) -> int:
    """The end of the place that follows a body ("tỉnh Bắc Giang", "xã A, huyện B"), or of the body itself."""
    joint = re.compile(r"\s{0,3}")
    while True:
        level = _LEVEL.match(views.folded, joint.match(views.folded, end).end())
        if not level:
            return end
        name = _place_end(views, level.end())
        end = name or len(views.folded[: level.end()].rstrip())
        comma = re.compile(r"\s?,\s?(?=(?:thanh pho|tp|tinh|huyen|quan|thi xa)\s)").match(views.folded, end)
        if not name or not comma:
            return end
        end = comma.end()


def _place_end(views: Views, start: int) -> int | None:
    """The end of a proper name of at most five capitalised syllables, or of a number ("quận 1")."""
    if number := re.compile(r"\d{1,2}(?!\w|/)").match(views.plain, start):
        return number.end()
    if province := provinces().match(views.folded, start):
        return province.end()
    end, position = None, start
    for _ in range(5):
        word = _PLACE.match(views.plain, position)
        if not word or _ENDS_IN_CAPITALS.match(views.plain, position):
            break
        position = word.end()
        if word.group().strip() != "-":
            end = len(word.group().rstrip()) + word.start()
    return end


def _run_end(views: Views, start: int) -> int | None:
    """The end of a name known only by its shape: a capital first, no word that ends names, no punctuation."""
    plain = views.plain
    if not plain[start : start + 1].isupper() and not _LOWER_HEAD.match(plain, start):
        return None
    end, position = None, start
    for _ in range(_WIDEST):
        word = _WORD.match(plain, position)
        if not word or _ENDS_IN_CAPITALS.match(plain, position) or _ENDS.match(plain, position):
            break
        end = word.end() - (1 if word.group().endswith(".") and word.group() not in _ABBREVIATED else 0)
        if end < word.end() or plain[end : end + 1] != " ":
            break
        position = end + 1
    return end


_ABBREVIATED = frozenset({"TP.", "Tp.", "CP.", "TX.", "TT."})


def proper_name(name: str) -> str:
    """The name as written, except that one in capitals throughout is written as the table of bodies has it."""
    if not name.isupper():
        return name
    known = body_by_name(name)
    return known.name if known else name
