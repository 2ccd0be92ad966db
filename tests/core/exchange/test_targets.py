"""A reading of targets is the same after JSON."""

from __future__ import annotations

import json

from support.papers import paper_of
from thammuu_core.exchange.targets import targets_from_dict, targets_to_dict
from thammuu_core.indicators import read

PLAN = """KẾ HOẠCH
Nâng cao năng suất giai đoạn 2021 - 2025

I. MỤC TIÊU
1. Tốc độ tăng năng suất lao động đạt từ 6,5 - 7%/năm.
2. Năng lực thử nghiệm của tỉnh được củng cố.
II. KINH PHÍ
1. Ngân sách tỉnh.
"""


def test_a_reading_is_the_same_after_json():
    reading = read(paper_of(PLAN))
    assert len(reading.targets) == 2
    assert targets_from_dict(json.loads(json.dumps(targets_to_dict(reading)))) == reading
