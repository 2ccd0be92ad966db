"""Old formats and other people's layouts go through LibreOffice, in a child that gets nothing and keeps nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from tests.support.docx import docx
from tests.support.programs import program

from thammuu.apps.files import gate, office
from thammuu.apps.files.uploads import Upload
from thammuu_core import intake
from thammuu_core.errors import Told
from thammuu_core.wordml import read_docx

WORDS = "Kế hoạch nâng cao năng suất và chất lượng"
RTF = rb"{\rtf1\ansi\ansicpg1252 {\fonttbl{\f0 Times New Roman;}} K\u7871? ho\u7841?ch n\u259?ng su\u7845?t}"


@pytest.fixture
def libreoffice() -> str:
    return program("soffice", "libreoffice-writer-nogui fonts-liberation2")


def test_an_rtf_is_read_as_word_would_show_it(libreoffice: str) -> None:
    assert read_docx(office.modern(RTF)).body.text.strip() == "Kế hoạch năng suất"


def test_an_old_file_is_kept_as_it_came_and_under_its_own_kind(libreoffice: str) -> None:
    assert gate.admit(Upload("ke-hoach", RTF)) == ("application/rtf", "ke-hoach.rtf")


def test_a_state_secret_in_an_old_file_is_refused_at_the_door(libreoffice: str) -> None:
    secret = rb"{\rtf1\ansi UBND T\u7880?NH A\par M\u7852?T\par K\u7870? HO\u7840?CH\par 1. Vi\u7879?c\par}"
    with pytest.raises(Told) as told:
        gate.admit(Upload("ke-hoach.rtf", secret))
    assert told.value.code == "intake.state_secret"


def test_what_somebody_laid_out_in_word_prints(libreoffice: str) -> None:
    made = office.pdf(docx(f'p/r/t"{WORDS}"'))
    assert made.startswith(b"%PDF-")
    assert WORDS in " ".join(intake.read_paper(made, "a.pdf").body.text.split())


def test_a_file_that_is_already_modern_is_not_touched() -> None:
    data = docx(f'p/r/t"{WORDS}"')
    assert office.modern(data) is data


def test_without_libreoffice_the_sender_is_told_to_save_as_docx(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda name: None)
    with pytest.raises(Told, match=r"Lưu thành \(Save As\) \.docx"):
        gate.admit(Upload("ke-hoach.rtf", RTF))
    with pytest.raises(office.OfficeMissing, match="LibreOffice"):
        office.pdf(docx(f'p/r/t"{WORDS}"'))


def _stands_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program in the place of LibreOffice."""
    stand_in = folder / "soffice"
    stand_in.write_text(f"#!/bin/sh\n{script}\n")
    stand_in.chmod(stand_in.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_a_file_on_which_it_hangs_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stands_in(tmp_path, monkeypatch, f"echo $$ > {tmp_path}/pid; exec sleep 600")
    monkeypatch.setattr(office, "SECONDS", 1)
    with pytest.raises(office.OfficeFailed, match="giới hạn an toàn"):
        office.modern(RTF)
    assert not Path("/proc", (tmp_path / "pid").read_text().strip(), "cmdline").exists()


def test_a_file_that_it_cannot_convert_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stands_in(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(office.OfficeFailed):
        office.modern(RTF)


def test_it_knows_no_secret_of_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THAMMUU_SECRET_KEY", "bí mật")
    _stands_in(tmp_path, monkeypatch, f"env > {tmp_path}/env")
    with pytest.raises(office.OfficeFailed):
        office.modern(RTF)
    assert "bí mật" not in (tmp_path / "env").read_text()
