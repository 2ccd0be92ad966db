"""`thammuu fix`: a new file with its form mended, the given one untouched, told in words and in JSON."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from support.formal import head, plan
from thammuu.cli.main import UNREADABLE, main
from thammuu_core import intake
from thammuu_core.rendering import to_docx


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """A paper of ours on too narrow a page."""
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(to_docx(plan(1, head=head("KH", number="05", open_day=False))))
    file = docx.Document(str(path))
    file.sections[0].left_margin = Mm(12)
    file.save(str(path))
    return path


def test_the_mended_file_stands_beside_the_given_one(
    spoiled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, target = spoiled.read_bytes(), tmp_path / "moi.docx"
    assert main(["fix", str(spoiled), "-o", str(target), "--state", "issued"]) == 0
    assert spoiled.read_bytes() == before
    assert intake.read_paper(target.read_bytes()).body.text == intake.read_paper(before).body.text
    shown = capsys.readouterr().out
    assert "TT-005 Lề trái" in shown
    assert str(target) in shown.replace("\n", "")


def test_programs_get_what_changed_and_what_is_left(
    spoiled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fix", str(spoiled), "-o", str(tmp_path / "moi.docx"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "thammuu/repair/1"
    assert {change["rule"] for change in told["changes"]} == {"TT-005"}


@pytest.mark.parametrize("target", ["ke-hoach.docx", "khong-co/moi.docx", "moi.pdf"])
def test_the_given_file_is_never_written_over_nor_a_folder_made_up(
    spoiled: Path, tmp_path: Path, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = spoiled.read_bytes()
    assert main(["fix", str(spoiled), "-o", str(tmp_path / target)]) == UNREADABLE
    assert spoiled.read_bytes() == before
    assert "thammuu:" in capsys.readouterr().err
