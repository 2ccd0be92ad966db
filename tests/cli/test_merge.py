"""`thammuu merge BASE REPLY...`: one object for programs, a summary for people, one bad file never stopping the rest."""

from __future__ import annotations

import io
import json
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from support.crew import UNLUCKY, times
from support.docx import docx
from support.merges import base
from support.programs import program
from support.replies import files
from thammuu.cli import merge as command
from thammuu.cli import replies as reading
from thammuu.cli import workers
from thammuu.cli.main import UNREADABLE, main
from thammuu_core.redlines import applied
from thammuu_core.redlines.model import Edit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A draft and a folder of replies of every shape."""
    (tmp_path / "du-thao.docx").write_bytes(base())
    (tmp_path / "gop-y").mkdir()
    for name, data in files().items():
        (tmp_path / "gop-y" / name).write_bytes(data)
    return tmp_path


def merged(folder: Path, capsys: pytest.CaptureFixture[str], *options: str, code: int = 0) -> dict[str, Any]:
    words = ["merge", str(folder / "du-thao.docx"), str(folder / "gop-y"), "--json", "--jobs", "1", *options]
    assert main(words) == code
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def test_programs_get_the_contract(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = merged(folder, capsys, "--with-base")
    assert told["schema"] == "thammuu/opinions/1"
    assert [reply["file"] for reply in told["replies"]] == sorted(files())
    by_file = {reply["file"]: reply for reply in told["replies"]}
    assert by_file["So-Tai-chinh.docx"]["kinds"] == ["tracked", "comments"]
    assert by_file["So-Y-te.docx"]["kinds"] == ["silent"]
    assert by_file["So-Xay-dung.docx"]["kinds"] == ["unchanged"]
    assert by_file["So-Noi-vu.docx"]["reference"]["symbol"] == "812/SNV-TCCC"
    ids = [opinion["id"] for opinion in told["opinions"]]
    assert ids == [f"o{number}" for number in range(1, len(ids) + 1)]
    for opinion in told["opinions"]:
        at = opinion["target"]["at"]
        if at and opinion["origin"] in ("revision", "silent"):
            assert told["base"]["text"][at[0] : at[1]] == opinion["old"]


def test_the_changes_of_a_copy_make_of_the_draft_what_the_copy_says(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = merged(folder, capsys, "--with-base")
    number = next(n for n, reply in enumerate(told["replies"]) if reply["file"] == "So-Y-te.docx")
    mine = [one for one in told["opinions"] if one["reply"] == number]
    edits = [Edit(*one["target"]["at"], one["old"], one["new"], one["target"]["to"]) for one in mine]
    text = applied(told["base"]["text"], edits)
    assert "30/9/2026" in text
    assert text.endswith("hằng năm và đột xuất.")


def test_the_same_change_of_two_agencies_is_the_same_and_others_clash(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = merged(folder, capsys)
    opinions = {one["id"]: one for one in told["opinions"]}
    twice = [one for one in opinions.values() if one["same_as"]]
    assert twice
    assert all(one["id"] in opinions[other]["same_as"] for one in twice for other in one["same_as"])
    against = [one for one in opinions.values() if one["conflicts_with"]]
    assert against
    assert all(one["id"] in opinions[other]["conflicts_with"] for one in against for other in one["conflicts_with"])  # fmt: skip


def test_the_order_of_files_and_the_number_of_processes_change_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = merged(folder, capsys)
    assert merged(folder, capsys, "--jobs", "2") == whole
    one_by_one = [str(folder / "gop-y" / name) for name in sorted(files(), reverse=True)]
    assert main(["merge", str(folder / "du-thao.docx"), *one_by_one, "--json", "--jobs", "1"]) == 0
    assert json.loads(capsys.readouterr().out) == whole


def test_a_folder_is_read_with_all_below_it_but_for_what_is_no_reply(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = folder / "gop-y" / "dot-2"
    inner.mkdir()
    (inner / "So-Y-te.docx").write_bytes(files()["So-Tai-chinh.docx"])
    for name in ("~$So-Y-te.docx", ".DS_Store", "Thumbs.db"):
        (folder / "gop-y" / name).write_bytes(b"x")
    (folder / "gop-y" / "du-thao.docx").symlink_to(folder / "du-thao.docx")
    told = merged(folder, capsys)
    assert [reply["file"] for reply in told["replies"]] == sorted([*files(), "dot-2/So-Y-te.docx"])
    (passed,) = [problem for problem in told["problems"] if problem["code"] == "cli.files_passed_over"]
    assert "~$So-Y-te.docx" in passed["message"]


def test_one_bad_file_is_told_and_the_others_are_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "gop-y" / "So-Hong.docx").write_bytes(b"PK\x03\x04 hong")
    told = merged(folder, capsys, code=1)
    (bad,) = [reply for reply in told["replies"] if reply["kinds"] == ["unreadable"]]
    assert bad["file"] == "So-Hong.docx"
    assert len(told["replies"]) == len(files()) + 1
    assert any(problem["severity"] == "error" and problem["reply"] is not None for problem in told["problems"])  # fmt: skip


def test_a_reply_to_an_earlier_version_is_carried(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    earlier = folder / "lan-1.docx"
    earlier.write_bytes(files()["So-Y-te.docx"])
    told = merged(folder, capsys, "--version", str(earlier))
    (reply,) = [reply for reply in told["replies"] if reply["file"] == "So-Y-te.docx"]
    assert reply["kinds"] == ["unchanged"]
    assert reply["base_version"] != told["base"]["sha256"]


def test_people_get_agencies_then_opinions_by_provision(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "gop-y" / "So-Hong.docx").write_bytes(b"")
    assert main(["merge", str(folder / "du-thao.docx"), str(folder / "gop-y"), "--jobs", "1"]) == 1
    shown = capsys.readouterr().out
    for words in ("Sở Nội vụ", "Cơ bản nhất trí", "Mục I.2", "30/9/2026", "ý kiến", "rỗng", "So-Hong.docx"):
        assert words in shown
    assert shown.index("Cơ quan góp ý") < shown.index("Ý kiến theo điều, khoản") < shown.index("Điều cần xem lại")  # fmt: skip


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["khong-co.docx", "gop-y"], "khong-co.docx"),
        (["du-thao.docx", "khong-co"], "khong-co"),
        (["du-thao.docx", "rong"], "góp ý"),
        (["hong.docx", "gop-y"], "hỏng"),
    ],
)
def test_what_cannot_begin_is_refused_with_what_to_do(
    folder: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "rong").mkdir()
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 hong")
    assert main(["merge", *(str(folder / word) for word in words), "--json"]) == UNREADABLE
    shown = capsys.readouterr()
    assert shown.out == ""
    assert told in shown.err


def test_a_bar_is_shown_only_where_a_person_watches(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    merged(folder, capsys)
    watched = io.StringIO()
    watched.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stderr", watched)
    merged(folder, capsys)
    assert f"{len(files())}/{len(files())}" in watched.getvalue()


def test_ctrl_c_ends_without_a_trace(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "read_all", stop)
    words = ["merge", str(folder / "du-thao.docx"), str(folder / "gop-y"), "--json"]
    assert main(words) == command.INTERRUPTED
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Đã dừng" in shown.err


# ---------------------------------------------------------------------------------------------------- processes
def test_a_process_that_dies_takes_only_its_own_thing_with_it() -> None:
    things = [1, UNLUCKY, 2, 3, UNLUCKY, 4]
    outcomes = dict(workers.each(things, times, (10,), jobs=2))
    assert [outcomes[n] for n in (0, 2, 3, 5)] == [10, 20, 30, 40]
    assert all(isinstance(outcomes[n], workers.Died) for n in (1, 4))


def test_processes_end_when_nobody_wants_more() -> None:
    several = workers.each(list(range(100)), times, (1,), jobs=2)
    next(several)
    several.close()


def test_a_file_whose_reader_died_is_a_reply_that_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        workers, "each", lambda things, *_: ((n, workers.Died(-9)) for n in range(len(things)))
    )
    names = [reading.ReplyFile(str(folder / "gop-y" / name), name) for name in files()]
    read = list(reading.read_all(reading.Given(()), reading.Sent(()), names, jobs=2))
    assert all(reply.kinds == ("unreadable",) for reply in read)
    assert "bộ nhớ" in read[0].problems[0].message


def test_an_old_word_file_is_read_by_way_of_the_office_program(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = folder / "gop-y" / "So-Cong-Thuong.doc"
    old.write_bytes(b"kieu cu")
    copy = files()["So-Y-te.docx"]
    monkeypatch.setattr(reading.office, "modern", lambda data: copy if data == b"kieu cu" else data)
    told = merged(folder, capsys)
    (reply,) = [reply for reply in told["replies"] if reply["file"] == old.name]
    assert (reply["kinds"], reply["agency"]) == (["silent"], "Sở Công Thương")
    assert reply["sha256"] == sha256(b"kieu cu").hexdigest()


def test_the_name_of_a_file_commands_no_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "gop-y" / "a\x1b[31mđỏ.docx").write_bytes(b"")
    main(["merge", str(folder / "du-thao.docx"), str(folder / "gop-y"), "--jobs", "1"])
    assert "\x1b" not in capsys.readouterr().out


def test_a_page_that_a_letter_names_is_looked_up_in_the_draft_as_it_prints(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program("soffice", "libreoffice-writer-nogui fonts-liberation2")
    letter = [
        "SỞ TÀI CHÍNH",
        "Số: 12/STC-VP",
        "Kính gửi: Sở Khoa học và Công nghệ",
        "1. Trang 1, dòng 1: đề nghị bỏ.",
    ]
    (folder / "gop-y" / "theo-trang.docx").write_bytes(docx(",".join(f'p(r/t"{line}")' for line in letter)))
    answer = merged(folder, capsys)
    place = next(n for n, reply in enumerate(answer["replies"]) if reply["file"] == "theo-trang.docx")
    placed = [one for one in answer["opinions"] if one["reply"] == place and "Trang 1" in one["text"]]
    assert [one["target"]["at"] is not None for one in placed] == [True]
