"""The words by which names of bodies begin, go on and end: patterns for `bodies`, nothing else.

Folded words are matched in the folded view, words with marks in the plain one: "tại" ends a name, "tài" does not.
"""

from __future__ import annotations

import re

from thammuu_core.citations.patterns import END, START, UPPER, one_of

_TITLES = (
    "bo truong, thu truong, giam doc, tong giam doc, chu nhiem, thong doc, cuc truong, tong cuc truong, chi cuc truong",
    "vu truong, chanh an, vien truong, tong thanh tra, chanh thanh tra, chanh van phong, truong phong, tong bi thu",
    "bi thu, thuong truc, lanh dao, tap the",
)
_ORGANISATIONS = (
    "bo, so, phong, uy ban, ban, ubnd, hdnd, hoi dong, hoi, tinh uy, thanh uy, dang uy, huyen uy, chinh phu, quoc hoi",
    "cong ty, chi nhanh, doanh nghiep, tap doan, tong cong ty, cuc, tong cuc, chi cuc, vu, van phong, thanh tra, thue",
    "hai quan, kho bac, vien, truong, hoc vien, trung tam, lien doan, lien hiep, tong lien doan, ngan hang, toa an",
    "cong an, quan khu, quan doan, bo doi, bao hiem, dai, mat tran, doan, lien nganh, lien bo, kiem toan",
    "tong kiem toan, trung uong, to cong tac, benh vien, quy, hiep hoi",
)
_LEVELS = "thanh pho, tp, tinh, huyen, quan, thi xa, thi tran, xa, phuong, dac khu, khu kinh te"

TITLE = re.compile(
    rf"(?:(?:pho\s{{1,2}})?(?:{one_of(*_TITLES)}|thu tuong(?!\s+chinh phu)|chu tich(?!\s+nuoc)|truong(?=\s+ban\s))"
    r"(?:\s*,\s*|\s+))"
)
"""A post held at the body that follows."""
HEAD = re.compile(
    rf"{START}(?:(?:pho\s)?(?:{one_of(*_TITLES)}|thu tuong|chu tich)|{one_of(*_ORGANISATIONS, _LEVELS)}){END}"
)
"""The first word of a body's name; its first letter is a capital, except after:"""
LOWER_HEAD = re.compile(r"(?:liên ngành|liên bộ|liên Bộ|tỉnh|thành phố|huyện|quận|thị xã|tòa án)\s")
WITH_FIELD = re.compile(r"(?:bo|so|phong|uy ban|ban|ty)\s+")
"""Bodies named by their field: Bộ Tài chính."""
TOGETHER = re.compile(r"lien bo\s?:?\s{1,2}(?!bo\s)")
""" "Liên Bộ: Tài chính, Y tế"."""
AND_FIELD = re.compile(r"\s?(?:,|-|va)\s{1,2}(?:bo\s{1,2})?")
AND_ANOTHER = re.compile(
    r"\s?(?:,|;|-|va)\s{1,2}(?:va\s)?(?=(?:bo|thanh tra|tong|ngan hang|toa an|vien|uy ban|ubnd|ban|so|van phong|bao hiem|chu tich)\s)"
)
PARTY = re.compile(
    r"(?:(?:ban thuong vu|ban chap hanh|thuong truc|ban can su)\s{1,2})?(?:dang )?"
    rf"(?:{one_of('tinh uy, thanh uy, huyen uy, quan uy, thi uy, dang uy, ban can su dang, ban can su')}){END}\s{{0,2}}"
)
LOCAL = re.compile(
    r"(?:thuong truc )?(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|uy ban hanh chinh|"
    rf"(?:ub|uy ban) ?(?:mttq|mat tran to quoc)(?: viet nam)?){END}"
)
TERM = re.compile(rf"\s{{1,2}}(?:khoa|nhiem ky)\s{{1,2}}(?:thu\s)?[ivx\d]{{1,5}}{END}")
LEVEL = re.compile(rf"(?:cap\s+)?(?P<level>tp\.|(?:{one_of(_LEVELS)}){END})\s*")
"""A unit of administration, before its name."""
NUMBERED_LEVELS = frozenset({"quan", "phuong"})
ORDINAL = re.compile(r"\d{1,2}(?![\w/.])")
AND_UPPER_LEVEL = re.compile(r"\s?,(?=\s(?:thanh pho|tp|tinh|huyen|quan|thi xa)\s)")
PROPER = re.compile(rf"(?:[{UPPER}][^\W_]*(?:'[^\W_]+)?|-)(?:\s+|(?=-)|$|(?=\W))")
"""A syllable of a proper name, or the hyphen inside one."""
WORD = re.compile(r"(?!\d+/)[^\s;:()\"“”.,|\[\]]+\.?")
ABBREVIATED = frozenset({"TP.", "Tp.", "CP.", "TX.", "TT."})
MATTER = re.compile(
    r"(?P<matter>\svề(?! việc)[^;:.()\n|]{2,110}?)(?=\s?[;.()\n]|\s?$|\s(?:về|ban hành|phê duyệt)\s)"
)
"""What a steering committee steers, up to the "về" of the subject."""
ENDS = re.compile(
    r"(?:v/v|và\s(?:các|những|thông|nghị|quyết|luật|kế|văn|hướng|quy)|giao(?! thông)|chuyển(?! đổi)|số(?! (?:tỉnh|thành phố|huyện|xã|cấp|[Qq]uốc gia)\b)(?![^\W_])|quản lý\s(?:và|nhà)|"
    + one_of(
        "về, việc, ban hành, phê, quy định, qui định, quy chế, hướng dẫn, sửa, bổ sung, công bố, công nhận, thí điểm, triển khai",
        "thực hiện, quyết, là, được, đã, nhằm, để, có, tại, trong, trên, đối, theo, cho, do, như, thay, bãi, thành lập, điều",
        "kiện toàn, chấp, báo cáo, đề nghị, đề xuất, tăng cường, đẩy, phân, ủy quyền, tổ chức thực, tổ chức lại, tổ chức bộ, ngày",
        "khi, từ, đến, với, hoặc, thì, này, nay, nêu, còn, không, phải, bằng, ký, căn cứ, xử phạt, xử lý, nghiên cứu, yêu cầu",
        "thông qua, thông báo, hợp nhất, kèm, liên quan, năm, cùng, sau, trước, khẩn, vướng mắc, thẩm tra, thẩm định, trình, hỗ trợ",
        "xét, đính chính, tiếp, nâng, quán triệt, gửi, trả lời, mời, lấy, xác, thu hồi, nghị, xếp, ủy, cấp, bao gồm, gồm",
        "hiện, vào, kết luận, luật, chương trình, kế hoạch, đồng ý, hiệu, tạo, một số, những, các, mà, khoản, điểm, mục, cần, đang",
        "sẽ, đều, vẫn, dự thảo, văn bản, tờ trình, công văn",
    )
    + rf"){END}"
)
"""Small words with which a name is over."""
ENDS_IN_CAPITALS = re.compile(
    r"(?:điều\s\d|và\s(?:thông|nghị|quyết|luật)|"
    + one_of(
        "về, ban hành, phê duyệt, quy định, hướng dẫn, sửa đổi, công bố, quyết định, thông tư, luật, căn cứ, chương trình",
        "kế hoạch, v/v, ngày, được, của, trên, tại, giai đoạn",
    )
    + rf"){END}",
    re.IGNORECASE,
)
"""The same in a heading in capitals, and where a subject begins with one ("Ban hành")."""
