"""The words around calendar words that make them a time: "trước", "đến hết", "trong", "từ", "khi có yêu cầu".

All but ACTS, ONGOING_ACT and NAMED run over `text.fold_keep`. A frame ends in "$": it is searched in what stands before a moment.
"""

from __future__ import annotations

import re

HOUR = r"(?:\d{1,2}\s*(?:h|g|gio|:)\s*(?:\d{2})?'?\s*(?:phut)?\s*,?\s*)?(?:ngay\s+)?"
STRICT = re.compile(rf"\b(?:xong\s+|hoan\s+thanh\s+)?truoc\s+(?:het\s+)?{HOUR}\s*$")
BY = re.compile(
    rf"\b(?:(?:cham|muon)\s+nhat(?:\s+(?:la|vao|den|trong|het|cuoi|ngay))*|khong\s+(?:qua|muon\s+hon|cham\s+hon)"
    rf"|(?:den|toi)\s+het|(?:den|toi)\s+cuoi|han(?:\s+(?:chot|cuoi|cuoi\s+cung|nop|la|den))?\s*:?|het)\s+{HOUR}$"
)
UNTIL = re.compile(rf"\b(?:den|toi)\s+{HOUR}$")
WITHIN = re.compile(rf"\b(?:trong|vao(?:\s+luc)?|luc|vao\s+dau|vao\s+cuoi|vao\s+khoang)\s+{HOUR}$")
SINCE = re.compile(rf"(?<![/\w\-])(?:tu|ke\s+tu|bat\s+dau\s+tu|bat\s+dau)\s+{HOUR}$")
FROM_NOW = re.compile(
    r"\btu\s+(?:nay|ngay\s+(?:ban\s+hanh|ky|ky\s+ban\s+hanh)(?:\s+(?:ke\s+hoach|quyet\s+dinh|van\s+ban)(?:\s+nay)?)?)"
    r"\s*(?:cho\s+)?(?:den|toi)\s+(?P<till>het\s+)?(?P<event>khi\s+[^.;]{3,160})?"
)
TO = re.compile(r"\s*(?:,\s*)?(?:-|(?:cho\s+)?(?:den|toi)(?:\s+het|\s+truoc|\s+cuoi)?)\s*$")
AND = re.compile(r"\s*(?:,|va|;|&)\s*(?:truoc\s+)?$")
ONWARDS = re.compile(
    r"\s*(?:,\s*)?(?:va\s+)?(?:(?:cac|nhung)\s+nam\s+(?:tiep\s+theo|sau|ke\s+tiep)|tro\s+di|nhung\s+nam\s+tiep)"
)
TO_EVENT = re.compile(r"\s*(?:cho\s+)?den\s+(?:khi|het\s+khi|ngay)\s+(?=[a-z])[^.;,()]{3,160}")
DONE = re.compile(r"\b(?:xong|hoan\s+thanh|hoan\s+thien|ket\s+thuc|ban\s+hanh)\b")
TARGET = re.compile(r"\b(?:muc\s+tieu|chi\s+tieu|phan\s+dau|tang\s+truong|ty\s+le)\b|%")
FORCE = re.compile(
    r"\b(?:tinh\s+(?:den|tu)(?:\s+het)?|so\s+voi(?:\s+cung\s+ky)?|cung\s+ky)\s*(?:ngay\s+)?$|\b(?:co\s+)?hieu\s+luc(?:\s+thi\s+hanh)?(?:\s+(?:ke\s+)?tu)?\s*(?:ngay\s+)?$"
)
REPORTED_ON = re.compile(r"\W*(?:thoi\s+gian|thoi\s+diem|ky|so\s+lieu)\b[^.;]{0,60}?\btinh\s+(?:tu|den)\b")
"""Begins a sentence on what a report covers, not on when it is due."""
MONEY = re.compile(
    r"\b(?:ngan\s+sach|kinh\s+phi|du\s+toan|von|dau\s+tu|chi\s+thuong|binh\s+quan|tang\s+(?:truong|binh|tu|tren|them|\d)|giam\s+(?:binh|tu|it|\d)|dat|muc\s+tieu|chi\s+tieu|phan\s+dau|khen\s+thuong|luong|thu\s+nhap|tro\s+cap|phu\s+cap|muc\s+(?:chi|huong|chuan|ho)|phat\s+tien)\b|%"
)
SETS = re.compile(
    r"\b(?:xac\s+dinh|lap|(?<!dinh\s)giao|de\s+ra|dang\s+ky)\s+(?:va\s+giao\s+)?(?:chi\s+tieu|muc\s+tieu|ke\s+hoach|du\s+toan|nhiem\s+vu)\b[^.;]*$"
)
"""What is set each year is a duty, though it be a target or a sum."""
TOLD = re.compile(
    r"^\W*da\s|\bda\s+(?:trinh|gui|thu\s+thap|tiep\s+nhan|hop|ky|phat\s+hien|nhan|xay|ban\s+hanh|thong\s+qua|lam|gay|dat|hoan\s+thanh|chu\s+dong|trien\s+khai|to\s+chuc|co)\b"
)
# "… trước ngày 30/11, tổng kết vào năm 2030": another duty begins.
NEXT_DUTY = re.compile(
    r"\)?\s*(?:,|,?\s+va|;)\s+(?=(?:dinh\s+k[yi]\s+)?(?:bao\s+cao|tong\s+hop|so\s+ket|tong\s+ket|gui|trinh|xay\s+dung|ban\s+hanh|to\s+chuc|danh\s+gia|lap|cong\s+bo|hoan\s+thanh)\b(?!\s+(?:nam|quy|thang|6\s+thang)\s*\())"
)
# "Thu thập dữ liệu (2025 - 2026)." closes its duty; "(giai đoạn 2021 - 2025)" names a programme.
THROUGHOUT = re.compile(r"\((?:xuyen\s+suot|trong\s+suot|tu|trong)?\s*(?:nam\s+)?$")
CLOSED = re.compile(r"\s*\)\W*(?:$|\n|;)")
COLON = re.compile(r"\s*:\s+(?=\w)")
NAMED = re.compile(
    r"\b(?:Chương\s+trình|Đề\s+án|Dự\s+án|Kế\s+hoạch|Chiến\s+lược|Nghị\s+quyết|Quy\s+hoạch|Luật|[Nn]hiệm\s+kỳ|[Kk]hóa|[Nn]ăm\s+học)\b[^,;.]*$"
)
# "sơ kết năm 2028", "báo cáo giữa kỳ (năm 2030)": what looks back on a plan is done in the year it names.
REVIEW = re.compile(
    r"\b(?:so\s+ket|tong\s+ket|giua\s+(?:ky|giai\s+doan)|cuoi\s+(?:ky|giai\s+doan))\b[^,;.]{0,80}$"
)
# "thành lập khu bảo tồn đến năm 2030": a thing to be there by then, and no programme's years.
DELIVERS = re.compile(
    r"\b(?:thanh\s+lap|hinh\s+thanh|dua\s+vao\s+(?:van\s+hanh|su\s+dung|khai\s+thac)|khanh\s+thanh)\b"
)
PROGRAMME = re.compile(
    r"\b(?:chuong\s+trinh|de\s+an|ke\s+hoach|chien\s+luoc|quy\s+hoach|dinh\s+huong|tam\s+nhin|giai\s+doan|lo\s+trinh|dat)\b|\d+\s*(?:ha|km|trieu|ty)\b"
)
SENTENCE_EDGE = re.compile(r"[.;]\s|\n")
CLAUSE_EDGE = re.compile(r"[.;:]\s|\n")
ONGOING = re.compile(
    r"\b(?:thuong\s+xuyen|lien\s+tuc|(?:trong\s+)?suot\s+(?:nam|qua\s+trinh|thoi\s+gian)|hang\s+ngay|lau\s+dai)\b"
)
# In prose only as the manner of an act: "chi thường xuyên", "người thường xuyên làm" say nothing of when.
ACTS = (
    r"(?:rà\s+soát|kiểm\s+tra|cập\s+nhật|theo\s+dõi|đôn\s+đốc|hướng\s+dẫn|tuyên\s+truyền|phổ\s+biến|báo\s+cáo|trao\s+đổi|phối\s+hợp|tổ\s+chức|giám\s+sát|nắm"
    r"|đánh\s+giá|duy\s+trì|đưa\s+tin|đăng\s+tải|quan\s+tâm|chỉ\s+đạo|thực\s+hiện|tổng\s+hợp|tham\s+mưu|kiện\s+toàn|thông\s+tin|xây\s+dựng"
    r"|quán\s+triệt|thanh\s+tra|vận\s+động|củng\s+cố|tập\s+huấn|giáo\s+dục\s+(?!thường)|học\s+tập|bám\s+sát|chăm\s+lo|giữ|phát\s+sóng|triển\s+khai|nhắc\s+nhở|nghiên\s+cứu|chủ\s+động|kiểm\s+soát|tuần\s+tra|bảo\s+dưỡng|đối\s+thoại|cung\s+cấp|phản\s+ánh|rút\s+kinh\s+nghiệm|trực|trực\s+ban|quan\s+trắc)"
)
# Objects that go with "thường xuyên" as a word of money or of a kind of work.
_STANDING = r"(?:chi|vốn|kinh\s+phí|ngân\s+sách|dự\s+toán|đầu\s+tư|nhiệm\s+vụ|công\s+việc|hoạt\s+động|chế\s+độ|sự\s+nghiệp|trú|tính|cách|một\s+cách|người)"
ONGOING_ACT = re.compile(
    rf"(?:^\s*(?:[-+•*]\s*)?thường\s+xuyên\s+(?!xảy|chịu|có\b|bị|là\b|phải)(?=[a-zà-ỹđ])|(?:^|[;:.]\s+|[-+]\s+){ACTS}(?:,?\s+(?!{_STANDING}\s|được\s)[^\W\d_]+){{1,8}}\s+(?<!chi\s)thường\s+xuyên(?=\s*(?:[.;)]|$|vào\b|lên\b|theo\b))|(?:^|[;:.,(]\s*|[-+]\s+|\b(?:và|phải|động|nhiệm|tục|thời|hợp)\s+)thường\s+xuyên\s+(?={ACTS})"
    rf"|(?<=[a-zà-ỹ]\s)thường\s+xuyên\s+(?={ACTS})(?<!người\sthường\sxuyên\s)"
    rf"|(?<!được\s)(?<!bồi\s)\b(?:{ACTS}|điều\s+chỉnh)\s+(?:thường\s+xuyên|liên\s+tục)(?!\s+(?:xảy|chịu|có|bị|của))|\btrực[\w\s,]{{0,40}}24\s*/\s*24)",
    re.IGNORECASE,
)
REQUEST = r"(?:ngay\s+|hoac\s+)?(?:dot\s+xuat\s+)?(?:sau\s+)?khi\s+co\s+(?:yeu\s+cau|chi\s+dao|van\s+ban|huong\s+dan)"
EVENT = r"(?:ban\s+hanh|phe\s+duyet|thong\s+qua|co\s+hieu\s+luc|ky\s+ket|cong\s+bo|thong\s+nhat|cho\s+y\s+kien|giao|chap\s+thuan)"
GIVES = rf"(?:{EVENT}|trien\s+khai|huong\s+dan|yeu\s+cau|co\s+(?:van\s+ban|chi\s+dao|y\s+kien|ke\s+hoach|thong\s+bao|quyet\s+dinh))"
"""What somebody above does that a duty waits for."""
SUPERIOR = r"(?:chinh\s+phu|quoc\s+hoi|bo|cac\s+bo|trung\s+uong|thu\s+tuong|ubnd|uy\s+ban|hdnd|hoi\s+dong|so|tong\s+(?:lien\s+doan|cuc)|(?:tinh|thanh)\s+uy|ban\s+(?:chi\s+dao|thuong\s+vu)|cap\s+(?:co\s+)?(?:tham\s+quyen|tren)|co\s+quan\s+(?:co\s+)?tham\s+quyen)"
CONDITIONAL = re.compile(
    rf"\b(?:{REQUEST}(?:\s+cua\s+[^.;,()]{{3,60}})?|khi\s+(?:xet\s+thay\s+)?can\s+thiet|khi\s+(?:co\s+)?(?:du\s+)?dieu\s+kien[^.;,()]{{0,40}}(?:cho\s+phep)?"
    rf"|khi\s+(?:tong\s+ket|so\s+ket|ket\s+thuc|thieu\s+hut)\s+[^.;,()]{{3,60}}|sau\s+khi\s+[^.;,()]{{0,60}}?\b(?:ket\s+thuc|rut|nhan\s+duoc|tong\s+hop|tiep\s+thu)\b[^.;,()]{{0,40}}"
    rf"|(?:ngay\s+)?sau\s+khi\s+[^.;]{{3,120}}?\b{EVENT}\b[^.;,()]{{0,80}}"
    rf"|(?:(?:ngay\s+)?sau\s+)?khi\s+(?:duoc\s+)?{SUPERIOR}\b[^.;:()]{{0,100}}?\b{GIVES}\b[^.;()]{{0,100}}"
    r"|ngay\s+sau\s+khi\s+[^.;,()]{3,100}"
    r"|(?:cham\s+nhat\s+(?:la\s+)?(?:sau\s+|trong\s+)?|sau\s+|khong\s+qua\s+)\d{1,3}\s*(?:\([^)]{1,20}\)\s*)?(?:ngay|thang|gio)(?:\s+lam\s+viec)?\s*,?\s*(?:(?:ke\s+)?tu|sau)\s+(?:khi|ngay|thoi\s+diem)[^.;,()]{3,120}"
    r"|(?:trong\s+)?(?:vong|thoi\s+han|thoi\s+gian)\s+(?:toi\s+da\s+|khong\s+qua\s+)?\d{1,3}\s*(?:\([^)]{1,20}\)\s*)?(?:ngay|thang|tuan|gio)(?:\s+lam\s+viec)?\s*,?\s*(?:ke\s+tu|tu|sau)\s+(?:khi|ngay|thoi\s+diem)[^.;,()]{3,120})"
)
# Hours from a beginning that the plan does not date: a period without days.
STAGE = re.compile(
    r"\W*(?P<words>giai\s+đoạn\s+[^:\n]{0,30}?\d+\s*(?:-\s*\d+\s*)?giờ\)?)(?=\s*:)", re.IGNORECASE
)
