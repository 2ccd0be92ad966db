"""`thammuu merge … -o OUT`: the table in both shapes, the workbook, the draft with changes; wrong names are told first."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from support.docx import docx
from support.merges import base
from thammuu.cli.main import UNREADABLE, main
from thammuu_core.wordml import read_docx, read_revised

OLD = "trước ngày 30/6/2026"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A draft, a copy with one change and a reply that cannot be opened."""
    sent = base()
    (tmp_path / "draft.docx").write_bytes(sent)
    replies = tmp_path / "replies"
    replies.mkdir()
    text = read_docx(sent).body.text.replace(OLD, "trước ngày 30/9/2026")
    copy = docx("".join(f'p(r/t"{line}")' for line in text.split("\n")))
    (replies / "So-Tai-chinh.docx").write_bytes(copy)
    (replies / "So-Y-te.docx").write_bytes(sent)
    return tmp_path


def merge(folder: Path, output: str, *options: str) -> int:
    return main(
        [
            "merge",
            str(folder / "draft.docx"),
            str(folder / "replies"),
            "-o",
            str(folder / output),
            "--json",
            *options,
        ]
    )


def test_the_table_is_written_by_provision_or_by_agency(folder: Path) -> None:
    assert merge(folder, "bang.docx") == 0
    told = read_docx((folder / "bang.docx").read_bytes()).body.text
    assert "thành “9”" in told or "30/9/2026" in told
    assert merge(folder, "theo-co-quan.docx", "--by", "agency") == 0
    assert "Số, ngày văn bản góp ý" in read_docx((folder / "theo-co-quan.docx").read_bytes()).body.text


def test_facts_say_who_was_asked_and_who_is_silent(folder: Path) -> None:
    facts = folder / "so-lieu.toml"
    facts.write_text(
        'co_quan = "Sở Khoa học và Công nghệ"\n'
        'noi_duoc_lay_y_kien = ["Sở Tài chính", "Sở Y tế", "Sở Nội vụ"]\n',
        encoding="utf-8",
    )
    assert merge(folder, "bang.docx", "--facts", str(facts)) == 0
    told = read_docx((folder / "bang.docx").read_bytes()).body.text
    assert "Có 1 nơi không gửi văn bản góp ý: Sở Nội vụ." in told


def test_an_agency_has_the_table_in_its_own_form(folder: Path) -> None:
    own = folder / "mau-rieng.docx"
    row = "".join(f'tc(p(r/t"{{{{ý kiến.{name}}}}}"))' for name in ("chỗ", "chủ thể", "nội dung", "trả lời"))
    own.write_bytes(docx(f'p(r/t"Có {{{{đếm ý kiến}}}} ý kiến.") tbl(tr({row})) p'))
    assert merge(folder, "bang.docx", "--template", str(own)) == 0
    told = read_docx((folder / "bang.docx").read_bytes()).body.text.splitlines()
    assert told[0] == "Có 1 ý kiến."
    assert told[1] == "Mục I.2"
    assert "30/9/2026" in told[3] or "“9”" in told[3]


def test_the_workbook_is_written(folder: Path) -> None:
    assert merge(folder, "bang.xlsx") == 0
    book = openpyxl.load_workbook(io.BytesIO((folder / "bang.xlsx").read_bytes()))
    assert book.sheetnames == ["Ý kiến", "Theo cơ quan", "Chưa có chỗ"]


@pytest.mark.parametrize(
    ("output", "options"), [("redline.docx", ()), ("ban-doi-chieu.docx", ("--redline",))]
)
def test_the_draft_with_all_changes_is_written(folder: Path, output: str, options: tuple[str, ...]) -> None:
    assert merge(folder, output, *options) == 0
    revised = read_revised((folder / output).read_bytes())
    assert OLD in revised.body.original.text
    assert "trước ngày 30/9/2026" in revised.body.accepted.text


@pytest.mark.parametrize(
    ("output", "options", "told"),
    [
        ("bang.pdf", (), "Đặt tên sau “-o” là .docx hoặc .xlsx."),
        ("bang.xlsx", ("--redline",), "Bản đối chiếu chỉ ghi được ra .docx."),
        ("bang.docx", ("--facts", "khong-co.toml"), "Không có tệp “khong-co.toml”."),
        ("bang.docx", ("--template", "khong-co.docx"), "Không đọc được tệp “khong-co.docx”."),
    ],
)
def test_a_wrong_output_is_refused_before_the_replies_are_read(
    folder: Path, output: str, options: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge(folder, output, *options) == UNREADABLE
    assert told in capsys.readouterr().err
    assert not (folder / output).exists()


def test_a_draft_that_is_no_word_file_cannot_take_changes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "draft.txt").write_text("KẾ HOẠCH\nI. Mục đích\n", encoding="utf-8")
    words = ["merge", str(folder / "draft.txt"), str(folder / "replies"), "-o", str(folder / "redline.docx")]
    assert main(words) == UNREADABLE
    assert "không phải tệp Word" in capsys.readouterr().err


def test_files_named_in_another_order_give_the_same_answer_and_the_same_table(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = [str(path) for path in sorted((folder / "replies").iterdir())]
    told = []
    for place, replies in enumerate((named, named[::-1])):
        output = folder / f"bang-{place}.docx"
        assert main(["merge", str(folder / "draft.docx"), *replies, "--json", "-o", str(output)]) == 0
        told.append((capsys.readouterr().out, output.read_bytes()))
    assert told[0] == told[1]


def test_nothing_that_was_given_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base, replies = folder / "draft.docx", folder / "replies"
    (folder / "noi.docx").symlink_to(base)
    for given in (base, folder / "noi.docx", next(iter(sorted(replies.glob("*.docx"))))):
        before = given.read_bytes()
        assert main(["merge", str(base), str(replies), "--redline", "-o", str(given)]) == UNREADABLE
        assert "trùng với tệp gốc" in capsys.readouterr().err
        assert given.read_bytes() == before


def test_what_a_merge_wrote_among_the_replies_is_no_reply(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge(folder, "bang.docx") == 0
    before = json.loads(capsys.readouterr().out)
    for name in ("bang.docx", "bang.xlsx", "redline.docx", "bang.docx"):
        assert merge(folder, f"replies/{name}") == 0
        capsys.readouterr()
    assert merge(folder, "xem.docx") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["opinions"] == before["opinions"]
    (note,) = [problem for problem in told["problems"] if problem["code"] == "cli.own_files_passed_over"]
    assert note["message"].endswith("bang.docx, bang.xlsx, redline.docx.")


def test_copies_of_a_draft_that_goes_on_from_a_redline_are_replies(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge(folder, "redline.docx") == 0
    capsys.readouterr()
    made = (folder / "redline.docx").read_bytes()
    (folder / "draft.docx").write_bytes(made)
    copy = folder / "replies" / "So-Noi-vu.docx"
    with zipfile.ZipFile(io.BytesIO(made)) as source, zipfile.ZipFile(copy, "w") as target:
        for entry in source.infolist():
            target.writestr(entry, source.read(entry).replace("Mục".encode(), "Phần".encode()))
    assert merge(folder, "bang.docx") == 0
    told = json.loads(capsys.readouterr().out)
    assert copy.name in [reply["file"] for reply in told["replies"]]
