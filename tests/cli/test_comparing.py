"""`thammuu compare`: what changed between two versions, for people, for programs, and as a Word file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.docx import docx
from thammuu.cli.main import main
from thammuu_core.wordml import read_docx
from thammuu_core.wordml.revisions import read_revised

OLD = [
    "Điều 1. Phạm vi",
    "1. Thời hạn là năm ngày.",
    "2. Hồ sơ gồm hai bộ.",
    "Điều 2. Hiệu lực",
    "Có hiệu lực ngay.",
]
NEW = [
    "Điều 1. Phạm vi",
    "1. Thời hạn là bảy ngày.",
    "2. Hồ sơ gồm hai bộ.",
    "3. Việc trả kết quả thực hiện qua mạng.",
    *OLD[3:],
]


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    names = []
    for name, lines in (("old", OLD), ("new", NEW)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(docx(",".join(f'p(r/t"{line}")' for line in lines)))
        names.append(str(path))
    return names[0], names[1]


def test_people_see_the_words_under_their_provisions(
    versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *versions]) == 1
    out = capsys.readouterr().out
    assert "Thêm (1): Điều 1.3" in out
    assert "1. Thời hạn là [-năm-]{+bảy+} ngày." in out
    assert "{+3. Việc trả kết quả thực hiện qua mạng.+}" in out


def test_programs_get_provisions_and_changes(
    versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["compare", *versions, "--json"])
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "thammuu/comparison/1"
    assert [place["where"] for place in told["provisions"]["added"]] == ["Điều 1.3"]
    assert (told["edits"][0]["old"], told["edits"][0]["new"]) == ("năm", "bảy")


def test_a_word_file_shows_the_old_version_with_its_changes(
    versions: tuple[str, str], tmp_path: Path
) -> None:
    target = tmp_path / "redline.docx"
    main(["compare", *versions, "-o", str(target), "--author", "Tổ biên tập"])
    body = read_revised(target.read_bytes()).body
    old, new = (read_docx(Path(name).read_bytes()).body.text for name in versions)
    assert (body.original.text, body.accepted.text) == (old, new)
    assert {token.inserted.author for token in body.tokens if token.inserted} == {"Tổ biên tập"}


def test_a_version_against_itself_has_no_changes(
    versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", versions[0], versions[0]]) == 0
    assert "Không có thay đổi." in capsys.readouterr().out


def test_the_old_version_is_never_written_over(
    versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *versions, "-o", versions[0]]) == 2
    assert "trùng với tệp gốc" in capsys.readouterr().err


def test_changes_in_a_note_alone_are_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = 'p(r/t"Điều 1. Phạm vi", r/footnoteReference{id=2})'
    names = []
    for name, words in (("a.docx", "Theo số liệu năm 2020."), ("b.docx", "Theo số liệu năm 2021.")):
        (tmp_path / name).write_bytes(docx(body, footnotes=f'footnote{{id=2}}/p/r/t"{words}"'))
        names.append(str(tmp_path / name))
    assert main(["compare", *names]) == 1
    out = capsys.readouterr().out
    assert "Chú thích cuối trang 2" in out
    assert "[-2020-]{+2021+}" in out
    assert main(["compare", *names, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["stories"]["footnote:2"][0]["new"] == "2021"
