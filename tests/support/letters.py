"""Reply letters in a few lines, and the plan on which they speak."""

from __future__ import annotations

from support.papers import paper_of
from thammuu_core.anchors import Version
from thammuu_core.opinions.letters import Letter, read_letter
from thammuu_core.papers import Paper

PLAN = paper_of("""
ỦY BAN NHÂN DÂN TỈNH BẮC NINH
Số: /KH-UBND
KẾ HOẠCH
Nâng cao năng suất trên địa bàn tỉnh
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
I. MỤC ĐÍCH
1. Hỗ trợ doanh nghiệp đổi mới công nghệ.
2. Hỗ trợ người dân học nghề trong thời hạn 05 ngày.
II. NHIỆM VỤ
1. Sở Y tế tổ chức lấy ý kiến các đơn vị trước ngày 30/6/2026.
2. Sở Nội vụ phối hợp với các đơn vị liên quan (nếu có).
a) Lập danh mục hồ sơ.
b) Báo cáo hằng quý.
III. KINH PHÍ
1. Ngân sách tỉnh bảo đảm.
2. Kinh phí do các đơn vị tự cân đối.
Nơi nhận:
- Các sở, ban, ngành;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
""")
VERSION = Version.of("0" * 64, PLAN)

HEAD = """
UBND TỈNH BẮC NINH
SỞ TÀI CHÍNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1234/STC-HCSN
V/v tham gia ý kiến dự thảo Kế hoạch
Bắc Ninh, ngày 08 tháng 7 năm 2026
Kính gửi: Sở Khoa học và Công nghệ
"""
OPENING = (
    "Phúc đáp Công văn số 567/SKHCN-QLCN ngày 01/7/2026 của Sở Khoa học và Công nghệ về việc lấy ý kiến góp ý dự thảo "
    "Kế hoạch, Sở Tài chính có ý kiến như sau:"
)
CLOSING = "Trên đây là ý kiến của Sở Tài chính, đề nghị Sở Khoa học và Công nghệ tổng hợp./."
FOOT = """
Nơi nhận:
- Như trên;
- Lưu: VT, HCSN.
KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC
Nguyễn Văn Minh
"""


def letter_of(*lines: str, head: str = HEAD, foot: str = FOOT) -> Paper:
    """A letter with these lines between its opening and its closing."""
    return paper_of("\n".join([head.strip(), OPENING, *lines, CLOSING, foot.strip()]))


def reading(*lines: str, version: Version = VERSION) -> Letter:
    """What is read of such a letter."""
    return read_letter(letter_of(*lines), version)
