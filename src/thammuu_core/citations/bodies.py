"""Bodies named in running text: where the name of an issuer ends and the next words begin.

A name is a title (Bộ trưởng, Giám đốc …), a body and a place. Known bodies end where their name ends; others run
over capitals and the small words between them until a word that no name contains ("về", "ban hành", "được").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.citations.views import UPPER, Views
from thammuu_core.citations.vocabulary import fields, fixed_bodies, provinces
from thammuu_core.kinds import body_by_name

_TITLE = re.compile(
    r"(?:lien\s+(?=bo\b)|(?:pho\s+)?(?:thu tuong(?!\s+chinh phu)|bo truong|thu truong|giam doc|tong giam doc|chu tich(?!\s+nuoc)|chu nhiem|thong doc|"
    r"cuc truong|tong cuc truong|chi cuc truong|vu truong|chanh an|vien truong|tong thanh tra|chanh thanh tra|truong(?= ban )|"
    r"chanh van phong|truong phong|tong bi thu|bi thu|thuong truc|lanh dao|tap the)(?:\s*,\s*|\s+))"
)
_FIELD_HEAD = re.compile(r"(?:bo|so|phong|uy ban|ban|ty)\s+")
_PARTY = re.compile(
    r"(?:(?:ban thuong vu|ban chap hanh|thuong truc|ban can su)\s{1,2})?(?:dang )?(?:tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|ban can su dang|ban can su)"
    r"(?![^\W_])\s{0,2}"
)
_LOCAL = re.compile(
    r"(?:thuong truc )?(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|(?:ub|uy ban) ?(?:mttq|mat tran to quoc)(?: viet nam)?|uy ban hanh chinh)(?![^\W_])"
)
_TERM = re.compile(r"\s{1,2}(?:khoa|nhiem ky)\s{1,2}(?:thu\s)?[ivx\d]{1,5}(?![^\W_])")
_LEVEL = re.compile(
    r"(?:cap\s+)?(?:thanh pho|tp\.?|tinh|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|khu kinh te)(?![^\W\d_])\s*"
)
_PLACE = re.compile(rf"(?:[{UPPER}][^\W_]*(?:'[^\W_]+)?|-)(?:\s+|(?=-)|$|(?=\W))")
_HEAD = re.compile(
    r"(?<![^\W_])(?:(?:pho )?(?:thu tuong|bo truong|thu truong|giam doc|tong giam doc|chu tich|chu nhiem|thong doc|cuc truong|vien truong|"
    r"tong thanh tra|chanh an|chanh van phong|truong ban)|bo|so|phong|uy ban|ban|ubnd|hdnd|hoi dong|hoi|tinh uy|thanh uy|dang uy|huyen uy|"
    r"chinh phu|quoc hoi|cong ty|chi nhanh|doanh nghiep|tap doan|tong cong ty|cuc|tong cuc|chi cuc|vu|van phong|thanh tra|thue|hai quan|kho bac|"
    r"vien|truong|hoc vien|trung tam|lien doan|lien hiep|tong lien doan|ngan hang|toa an|cong an|quan khu|quan doan|bo doi|bao hiem|dai|"
    r"mat tran|doan|lien nganh|lien bo|kiem toan|tong kiem toan|trung uong|to cong tac|benh vien|quy|hiep hoi|tinh|thanh pho|huyen|quan|thi xa|phuong|xa|tong bi thu)"
    r"(?![^\W_])"
)
_LOWER_HEAD = re.compile(r"(?:liên ngành|liên bộ|liên Bộ|tỉnh|thành phố|huyện|quận|thị xã|tòa án)\s")
_WORD = re.compile(r"[^\s;:()\"“”.,|\[\]]+\.?")
_ORDINAL = re.compile(r"\d{1,2}(?![\w/.])")
_AND_UPPER_LEVEL = re.compile(r"\s?,\s(?=(?:thanh pho|tp|tinh|huyen|quan|thi xa)\s)")
_ENDS = re.compile(
    r"(?:v/v|về|việc|ban hành|phê|quy định|qui định|quy chế|hướng dẫn|sửa|bổ sung|công bố|công nhận|thí điểm|triển khai|thực hiện|quyết|"
    r"là|được|đã|nhằm|để|có|tại|trong|trên|đối|theo|cho|do|như|thay|bãi|giao(?! thông)|thành lập|điều |kiện toàn|chấp|báo cáo|"
    r"đề nghị|đề xuất|tăng cường|đẩy|phân|ủy quyền|tổ chức thực|tổ chức lại|tổ chức bộ|ngày|số|khi|từ|đến|với|hoặc|thì|này|nay|nêu|còn|không|phải|"
    r"bằng|ký|căn cứ|xử phạt|xử lý|nghiên cứu|yêu cầu|thông qua|thông báo|hợp nhất|kèm|liên quan|năm|cùng|sau|trước|khẩn|vướng mắc|thẩm tra|thẩm định|trình|"
    r"hỗ trợ|xét|đính chính|tiếp|nâng|quán triệt|gửi|trả lời|mời|lấy|xác|thu hồi|nghị|chuyển|xếp|ủy|cấp|bao gồm|gồm|hiện|vào|"
    r"và (?:các|những|thông|nghị|quyết|luật|kế|văn|hướng|quy)|kết luận|luật|chương trình|kế hoạch|đồng ý|hiệu|tạo|một số|những|các|mà|"
    r"khoản|điểm|mục|cần|đang|sẽ|đều|vẫn|quản lý (?:và|nhà)|dự thảo|văn bản|tờ trình|công văn)(?![^\W\d_])"
)
_ENDS_IN_CAPITALS = re.compile(
    r"(?:về|ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|công bố|quyết định|thông tư|luật|điều\s\d|căn cứ|"
    r"chương trình|kế hoạch|v/v|ngày|được|của|trên|tại|giai đoạn|và (?:thông|nghị|quyết|luật))(?![^\W\d_])",
    re.I,
)
_AND_ANOTHER = re.compile(
    r"\s?(?:,|;|-|va)\s{1,2}(?:va\s)?(?=(?:bo truong|bo|thanh tra|tong|ngan hang|toa an|vien|uy ban|ubnd|ban|so|van phong|bao hiem|chu tich)\s)"
)
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


def bodies_within(views: Views, start: int, end: int) -> Iterator[int]:
    """Where the name of a body may begin in a stretch of text, the leftmost first."""
    heads = (found.start() for found in _HEAD.finditer(views.folded, start, end))
    return (at for at in heads if views.plain[at].isupper() or _LOWER_HEAD.match(views.plain, at))


def _known_end(views: Views, start: int) -> int | None:
    """The end of a body that has one name in the whole country, or is known by its field."""
    if found := fixed_bodies().match(views.folded, start):
        term = _TERM.match(views.folded, found.end())
        return term.end() if term else found.end()
    head = _FIELD_HEAD.match(views.folded, start)
    if head and (field := fields().match(views.folded, head.end())):
        return _with_place(views, field.end())
    return None


def _local_end(views: Views, start: int) -> int | None:
    if party := _PARTY.match(views.folded, start):
        inner = (
            _known_end(views, party.end()) or _local_end(views, party.end()) or _place_end(views, party.end())
        )
        return inner or _with_place(views, len(party.group().rstrip()) + start)
    found = _LOCAL.match(views.folded, start)
    return _with_place(views, found.end()) if found else None


def _with_place(views: Views, end: int) -> int:
    """The end of the place that follows a body ("tỉnh Bắc Giang", "xã A, huyện B"), or of the body itself."""
    while True:
        level = _LEVEL.match(views.folded, end + 1) if views.folded[end : end + 1].isspace() else None
        if not level:
            return end
        name = _numbered_place(views, level) or _place_end(views, level.end())
        end = name or len(views.folded[: level.end()].rstrip())
        comma = _AND_UPPER_LEVEL.match(views.folded, end)
        if not name or not comma:
            return end
        end = comma.end() - 1


def _numbered_place(views: Views, level: re.Match[str]) -> int | None:
    """Quận 1, phường 12: no other level is numbered, so a digit elsewhere begins something new."""
    found = _ORDINAL.match(views.folded, level.end()) if level.group().strip() in ("quan", "phuong") else None
    return found.end() if found else None


def _place_end(views: Views, start: int) -> int | None:
    """The end of a proper name of at most five capitalised syllables."""
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
    """The end of a name known only by its shape: no word that ends names, no punctuation.

    Without a word such as "Công ty" at its head it is a proper name, and as long as its capitals ("Yên Bái").
    """
    plain = views.plain
    if not (_HEAD.match(views.folded, start) and plain[start].isupper() or _LOWER_HEAD.match(plain, start)):
        return _place_end(views, start)
    end, position = None, start
    for _ in range(_WIDEST):
        word = _WORD.match(plain, position)
        if not word or _ENDS_IN_CAPITALS.match(plain, position) or _ENDS.match(plain, position):
            break
        end = word.end() - (1 if word.group().endswith(".") and word.group() not in _ABBREVIATED else 0)
        if end < word.end() or plain[end : end + 1] != " ":
            break
        position = end + 1
    return end and len(plain[:end].removesuffix(" và"))


_ABBREVIATED = frozenset({"TP.", "Tp.", "CP.", "TX.", "TT."})


def proper_name(name: str) -> str:
    """The name as written, except that one in capitals throughout is written as the table of bodies has it."""
    if not name.isupper():
        return name
    known = body_by_name(name)
    return known.name if known else name
