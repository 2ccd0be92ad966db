"""`thammuu render`: facts in, a document out; what is wrong is told in words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from support.docx import docx, packed, unpacked
from thammuu.cli.main import UNREADABLE, main
from thammuu_core import rendering
from thammuu_core.intake import read_paper

EXAMPLES = Path(__file__).parents[2] / "src" / "thammuu_core" / "compositions" / "worked"


def words(path: Path) -> str:
    return "\n".join(story.text for story in read_paper(path.read_bytes(), path.name).stories)


@pytest.mark.parametrize("suffix", ["docx", "pdf"])
def test_facts_become_a_document(suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / f"ra.{suffix}"
    assert main(["render", str(EXAMPLES / "giay-moi.toml"), "-o", str(target)]) == 0
    assert "trân trọng kính mời" in words(target)
    assert "Điều cần xem lại" not in capsys.readouterr().out


def test_json_does_too_and_what_is_missing_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts, target = tmp_path / "so-lieu.json", tmp_path / "ra.docx"
    facts.write_text(
        json.dumps(
            {"mẫu": "giay-moi", "cuộc họp": "họp giao ban", "ngày họp": "2026-03-05", "địa điểm tôi": "x"}
        )
    )
    assert main(["render", str(facts), "-o", str(target)]) == 0
    shown = capsys.readouterr().out
    assert "05/3/2026" in words(target)
    assert "Chưa có “chủ trì”" in shown
    assert "địa điểm tôi" in shown


def test_a_document_without_recipients_is_written_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts, target = tmp_path / "f.toml", tmp_path / "ra.docx"
    whole = (EXAMPLES / "thong-bao.toml").read_text(encoding="utf-8")
    facts.write_text(re.sub("noi_nhan = .*", 'noi_nhan = [""]', whole), encoding="utf-8")
    assert main(["render", str(facts), "-o", str(target)]) == 0
    assert "Chưa có “nơi nhận”" in capsys.readouterr().out
    assert target.exists()


def test_a_word_file_of_ours_becomes_the_pdf(tmp_path: Path) -> None:
    written, target = tmp_path / "a.docx", tmp_path / "a.pdf"
    assert main(["render", str(EXAMPLES / "thong-bao.toml"), "-o", str(written)]) == 0
    assert main(["render", str(written), "-o", str(target)]) == 0
    assert target.read_bytes() == rendering.to_pdf(rendering.read(written.read_bytes()))


_BODY = "word/document.xml"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda whole: packed(unpacked(whole) | {"word/vbaProject.bin": b"x"}), "Tệp chứa macro"),
        (lambda whole: packed(unpacked(whole) | {"../../a.txt": b"x"}), "tên phần không an toàn"),
        (
            lambda whole: packed(unpacked(whole) | {_BODY: b"<!DOCTYPE a>" + unpacked(whole)[_BODY]}),
            "khai báo không an toàn",
        ),
        (lambda whole: whole[: len(whole) // 2], "Tệp bị hỏng"),
        (lambda _: b"", "Tệp rỗng"),
        (lambda _: "mẫu = 1".encode(), "bên trong chỉ là chữ thuần"),
        (lambda _: docx('p/r/t"a"'), "không phải do phần mềm soạn"),
    ],
)
def test_a_word_file_passes_the_gate_before_it_is_read(
    spoil: Callable[[bytes], bytes], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, target = tmp_path / "a.docx", tmp_path / "b.docx"
    assert main(["render", str(EXAMPLES / "thong-bao.toml"), "-o", str(given)]) == 0
    given.write_bytes(spoil(given.read_bytes()))
    assert main(["render", str(given), "-o", str(target)]) == UNREADABLE
    assert told in capsys.readouterr().err
    assert not target.exists()


def test_an_own_template_of_either_kind_is_filled(tmp_path: Path) -> None:
    text, word, facts = tmp_path / "m.txt", tmp_path / "m.docx", tmp_path / "f.toml"
    facts.write_text('mau = "giay-moi"\ncuoc_hop = "họp giao ban"')
    text.write_text(
        "[mẫu]\ntên: Của tôi\n[điền vào]\ncuộc họp | chữ | bắt buộc | tên\n[thể thức]\ntên loại: Giấy mời\n"
        "[nội dung]\nMời dự {cuộc họp} lúc nào tiện."
    )
    word.write_bytes(docx('p/r/t"Tới dự {{cuộc họp}}"'))
    for own, told in ((text, "Mời dự họp giao ban lúc nào tiện"), (word, "Tới dự họp giao ban")):
        target = tmp_path / "ra.docx"
        assert main(["render", str(facts), "--template", str(own), "-o", str(target)]) == 0
        assert told in words(target)


@pytest.mark.parametrize(
    ("facts", "out", "told"),
    [
        ('mau = "khong-co"', "a.docx", "Không có mẫu “khong-co”"),
        ('cuoc_hop = "x"', "a.docx", "chưa ghi dùng mẫu nào"),
        ("mau = giay-moi", "a.docx", "sai cú pháp TOML"),
        ('{"mau": ', "a.docx", "sai cú pháp JSON ở dòng 1"),
        ('mau = "giay-moi"', "a.odt", "Đặt tên sau “-o” là .docx hoặc .pdf"),
        ('mau = "giay-moi"\nngay_hop = "mai"', "a.docx", "“ngày họp” phải là một ngày"),
        (
            'mau = "bao-cao"\nchi_tieu = [{ ke_hoach = "nhiều" }]',
            "a.docx",
            "“chỉ tiêu, dòng 1, kế hoạch” phải là một số",
        ),
    ],
)
def test_a_mistake_is_told_and_nothing_written(
    facts: str, out: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, target = tmp_path / "f.toml", tmp_path / out
    given.write_text(facts)
    assert main(["render", str(given), "-o", str(target)]) == UNREADABLE
    assert told in capsys.readouterr().err
    assert not target.exists()


def test_what_was_given_is_never_written_over_and_a_template_never_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tmp_path / "ra.docx"
    assert main(["render", str(EXAMPLES / "giay-moi.toml"), "-o", str(made)]) == 0
    before = made.read_bytes()
    assert main(["render", str(made), "-o", str(made)]) == UNREADABLE
    assert "trùng với tệp gốc" in capsys.readouterr().err
    assert main(["render", str(made), "--template", str(made), "-o", str(tmp_path / "b.docx")]) == UNREADABLE
    assert "Bỏ “--template”" in capsys.readouterr().err
    assert made.read_bytes() == before
