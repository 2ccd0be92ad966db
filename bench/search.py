"""Searching a million documents without diacritics, beside `LIKE '%…%'` on the same folded text."""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from bench.children import told_by
from bench.rows import Peer, Row

DOCUMENTS = 1_000_000
WORDS = 40
"""Of one document: its title and what is found besides."""
_DRAWN = 500_000
RARE = 40
"""Phrases that are asked for, each in one document."""
AIMS = ("rare phrase p95 < 50 ms", "newest 20 of a common word < 100 ms")
_SYLLABLES = (
    "kế hoạch nâng cao năng suất chất lượng sản phẩm hàng hóa trên địa bàn tỉnh giai đoạn quyết định phê duyệt chương trình "
    "nghị định quy định chi tiết thi hành luật đo lường sở hữu trí tuệ an toàn bức xạ chuyển đổi số truy xuất nguồn gốc báo cáo "
    "kết quả thực hiện nhiệm vụ công tác văn thư lưu trữ thông báo kết luận cuộc họp giao ban tờ trình dự thảo góp ý đề nghị phối "
    "hợp cung cấp liệu thống kê kiểm tra giám sát đánh giá tổng kết sơ kết hướng dẫn triển khai ngân sách nhà nước đầu tư xây dựng"
)
"""The earlier a syllable, the oftener it is drawn."""
_RARE = "khoan giếng thăm dò nghiêng phễu lọc quặng thiếc bùn khoáng mạch ngầm chắn xói đập tràn kênh mương vét gạch nung tuynen"


def run() -> list[Row]:
    """The rows `search`: a rare phrase, the newest of a common word."""
    with tempfile.TemporaryDirectory(prefix="thammuu-bench-") as home:
        told = told_by("bench.search", home=Path(home))
    note = f"{DOCUMENTS:,} documents of {WORDS} syllables, built in {told['built']:.0f} s ({told['size'] / 1e6:.0f} MB)"
    rare = f"p95 of {RARE} phrases: ours {told['rare95'] * 1000:.1f} ms, LIKE {told['like95'] * 1000:.0f} ms"
    return [
        Row(
            "a rare phrase among a million documents",
            told["rare"],
            _like(told["like"]),
            AIMS[0],
            f"{note}; {rare}",
        ),
        Row(
            "the newest 20 of a common word",
            told["common"],
            _like(told["common_like"]),
            AIMS[1],
            told["found"],
        ),
    ]


def _like(seconds: float) -> tuple[Peer, ...]:
    return (Peer("LIKE '%…%' on the folded text", seconds),)


def main() -> dict[str, object]:
    """Build the store of this home once and ask it."""
    from django.db import connection

    from thammuu.apps.organisations.models import Agency

    agency = Agency.objects.create()
    begun = time.perf_counter()
    phrases = _build(agency.pk)
    built = time.perf_counter() - begun
    ours = _asked([lambda phrase=phrase: _find(f'"{phrase}"', agency.pk) for phrase in phrases])
    like = _asked([lambda phrase=phrase: _find_like(phrase) for phrase in phrases[:5]])
    common = "nang suat"
    each = _asked([lambda: _find("nang suat ", agency.pk)] * 9)
    each_like = _asked([lambda: _find_like(common)] * 9)
    database = connection.settings_dict["NAME"]
    return {
        "built": built,
        "size": os.path.getsize(database) if Path(database).exists() else 0,
        "rare": statistics.median(ours),
        "rare95": sorted(ours)[len(ours) * 95 // 100],
        "like": statistics.median(like),
        "like95": max(like),
        "common": statistics.median(each),
        "common_like": statistics.median(each_like),
        "found": f"“{common}” stands in about one document of three; `LIKE` goes back from the newest, so it too stops at twenty",
    }


def _build(agency: int) -> list[str]:
    """Index all documents as a receiver of them does, and keep their folded text for `LIKE`; the phrases that are rare."""
    from django.db import connection, transaction

    from thammuu.apps.search import words
    from thammuu.apps.search.models import Entry

    connection.cursor().execute("CREATE TABLE folded (id bigint PRIMARY KEY, words text NOT NULL)")
    texts, number = _texts(), 0
    phrases: list[str] = []
    with transaction.atomic():
        while batch := list(islice(texts, 5_000)):
            made = Entry.objects.bulk_create(
                Entry(kind="document", subject=_uuid(number + at), agency_id=agency, title=one.text[:80])
                for at, one in enumerate(batch)
            )
            number += len(batch)
            placed = [(entry.pk, one) for entry, one in zip(made, batch, strict=True)]
            words.put_many([(key, one.text) for key, one in placed])
            rows = [(key, one.folded) for key, one in placed]
            connection.cursor().executemany("INSERT INTO folded (id, words) VALUES (%s, %s)", rows)
            phrases += [one.phrase for one in batch if one.phrase]
    if connection.vendor == "postgresql":
        connection.cursor().execute("ANALYZE")
    return phrases


class _Text(NamedTuple):
    text: str
    folded: str
    phrase: str
    """The rare phrase in it, folded; mostly none."""


def _texts() -> Iterator[_Text]:
    """Documents: pieces of one long row of syllables, drawn once for all of them."""
    chance = random.Random(1)
    common, rare = _SYLLABLES.split(), _RARE.split()
    drawn = chance.choices(common, [1 / (place + 8) for place in range(len(common))], k=_DRAWN)
    every = DOCUMENTS // RARE
    for number in range(DOCUMENTS):
        first = chance.randrange(_DRAWN - WORDS)
        syllables = drawn[first : first + WORDS]
        phrase = chance.sample(rare, 3) if number % every == every // 2 else []
        if phrase:
            syllables[5:8] = phrase
        if number % 3 == 0:
            syllables[10:12] = ["năng", "suất"]
        folded = f"van ban so {number} kh " + " ".join(map(_fold, syllables))
        yield _Text(f"Văn bản số {number}/KH " + " ".join(syllables), folded, " ".join(map(_fold, phrase)))


@cache
def _fold(syllable: str) -> str:
    from thammuu_core.text import fold

    return fold(syllable)


def _uuid(number: int) -> str:
    return f"{number:032x}"


def _find(typed: str, agency: int) -> int:
    from thammuu.apps.search.queries import find

    return len(find(typed, agency, ("document",)))


def _find_like(words: str) -> int:
    from thammuu.apps.search.models import Entry

    newest = "SELECT e.* FROM folded f JOIN search_entry e ON e.id = f.id WHERE f.words LIKE %s ORDER BY f.id DESC LIMIT 20"
    return len(list(Entry.objects.raw(newest, [f"%{words}%"])))


def _asked(works: list[Callable[[], int]]) -> list[float]:
    """Seconds of each; the first work is done once before."""
    assert works[0]()
    taken = []
    for work in works:
        begun = time.perf_counter()
        assert work()
        taken.append(time.perf_counter() - begun)
    return taken


if __name__ == "__main__":
    from bench.children import tell

    DOCUMENTS = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    tell(main)
