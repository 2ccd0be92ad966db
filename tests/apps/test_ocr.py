"""Recognition by tesseract: accuracy on worn pages, and what happens when the child fails."""

from __future__ import annotations

import re
import stat
from collections import Counter
from pathlib import Path

import pytest

from support.programs import missing
from support.scans import Wear, bound, page, scanned
from thammuu.apps.files import ocr, ocr_worker
from thammuu_core.pages import PageImage, Recognise, read_pdf
from thammuu_core.papers import Paper

PAGES = (
    (
        "KẾ HOẠCH",
        "Nâng cao chất lượng phục vụ người dân tại bộ phận một cửa của huyện, giai đoạn 2022-2024",
        "Thực hiện Quyết định số 468/QĐ-TTg ngày 27/3/2021 của Thủ tướng Chính phủ, Ủy ban nhân dân huyện xây dựng "
        "kế hoạch với những nội dung sau đây:",
        "I. MỤC TIÊU",
        "1. Rút ngắn ít nhất một phần ba thời gian chờ đợi của người dân khi làm thủ tục đất đai, hộ tịch, xây dựng.",
        "2. Toàn bộ hồ sơ được số hóa ngay khi tiếp nhận; kết quả trả qua bưu điện nếu người nộp có yêu cầu.",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Nội vụ chủ trì, phối hợp với các xã, thị trấn khảo sát, lập danh mục thủ tục; hoàn thành trước ngày "
        "15/4/2022.",
        "2. Văn phòng tổng hợp kết quả, trình Chủ tịch xem xét, quyết định trong quý III năm 2022.",
    ),
    (
        "BÁO CÁO",
        "Kết quả kiểm tra công tác phòng cháy tại các chợ, trung tâm thương mại trên địa bàn thị xã",
        "Từ ngày 04/10 đến ngày 22/10/2021, đoàn kiểm tra liên ngành đã làm việc tại mười hai chợ và ba trung tâm thương "
        "mại. Phần lớn cơ sở có đủ phương tiện chữa cháy, lối thoát nạn thông thoáng, biển chỉ dẫn rõ ràng.",
        "Tuy vậy, bốn chợ còn để hàng hóa lấn chiếm lối đi; hệ thống điện của hai chợ đã cũ, dây dẫn chắp nối nhiều chỗ. "
        "Đoàn đã yêu cầu khắc phục xong trong mười lăm ngày và gửi báo cáo bằng văn bản về Phòng Kinh tế.",
        "Đề nghị Ủy ban nhân dân thị xã bố trí kinh phí sửa chữa trong dự toán năm sau, giao Công an thị xã theo dõi, "
        "kiểm tra lại và xử lý nghiêm những nơi cố tình vi phạm.",
    ),
)
WORN = (
    Wear(),
    Wear(turn=0.5, blur=0.8, noise=20, quality=60),
    Wear(turn=-1.2, blur=1.0, noise=40, quality=45),
    Wear(turn=2.0, blur=1.2, noise=40, quality=40),
    Wear(dpi=200, turn=1.0, blur=0.7, noise=30, quality=50),
)


def tesseract() -> Recognise:
    """The recogniser, or a skip that is loud."""
    return ocr.recogniser() or pytest.fail(
        missing("tesseract with vie: apt-get install tesseract-ocr tesseract-ocr-vie")
    )


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\w/-]+", text))


def recall(paper: Paper, lines: tuple[str, ...]) -> float:
    """Share of the printed words that were read."""
    printed = words(" ".join(lines))
    return (printed & words(paper.body.text)).total() / printed.total()


@pytest.mark.ocr
@pytest.mark.parametrize("wear", WORN)
@pytest.mark.parametrize("lines", PAGES)
def test_nineteen_words_of_twenty_are_read_from_a_worn_page(lines: tuple[str, ...], wear: Wear) -> None:
    sheet = scanned(page(lines, dpi=wear.dpi), wear)
    paper = read_pdf(bound([sheet], wear.dpi), ocr=tesseract())
    assert recall(paper, lines) >= 0.95


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_lying_on_its_side_is_read(turn: int) -> None:
    sheet = page(PAGES[1]).rotate(turn, expand=True)
    assert recall(read_pdf(bound([sheet]), ocr=tesseract()), PAGES[1]) >= 0.9


@pytest.mark.ocr
def test_paragraphs_of_a_scan_are_those_that_were_printed() -> None:
    paper = read_pdf(bound([page(PAGES[1])]), ocr=tesseract())
    assert len(paper.body.blocks) == len(PAGES[1])


@pytest.mark.ocr
def test_progress_is_told_page_by_page() -> None:
    tesseract()
    told: list[tuple[int, int]] = []
    read_pdf(bound([page(PAGES[0])] * 2), ocr=ocr.recogniser(lambda done, total: told.append((done, total))))
    assert told == [(1, 2), (2, 2)]


IMAGE = PageImage(7, 1, 10, 10, 300, bytes(100))


def program(folder: Path, script: str) -> str:
    """A program that stands in for tesseract."""
    path = folder / "tesseract"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_a_child_that_fails_fails_its_page_only(tmp_path: Path) -> None:
    page_read = ocr_worker.recognise_page(program(tmp_path, "exit 3"), IMAGE)
    assert (page_read.number, page_read.words, bool(page_read.failure)) == (7, (), True)


def test_a_child_that_hangs_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_worker, "SECONDS", 1)
    page_read = ocr_worker.recognise_page(program(tmp_path, "sleep 60"), IMAGE)
    assert "giây" in (page_read.failure or "")


def test_a_child_that_is_not_there_fails_its_page(tmp_path: Path) -> None:
    assert ocr_worker.recognise_page(str(tmp_path / "none"), IMAGE).failure


@pytest.mark.parametrize(
    "table", ["", "junk", "level\n5\tx", "level\n" + "\t".join(["5", *"123456789", "a", "word"])]
)
def test_a_table_out_of_order_is_no_crash(tmp_path: Path, table: str) -> None:
    (tmp_path / "table").write_text(table, encoding="utf-8")
    page_read = ocr_worker.recognise_page(program(tmp_path, f"cat >/dev/null; cat {tmp_path}/table"), IMAGE)
    assert page_read.words == ()


def test_without_tesseract_there_is_no_recogniser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ocr.recogniser() is None
