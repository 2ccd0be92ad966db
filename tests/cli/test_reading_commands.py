"""`read`, `check`, `schedule`, `cite`: for programs one JSON object, for people the same facts in words."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from thammuu.cli.main import main

EXAMPLE = str(resources.files("thammuu.cli") / "example" / "plan.docx")


def test_read_prints_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", EXAMPLE, "--json"]) == 0
    reading = json.loads(capsys.readouterr().out)
    assert reading["schema"] == "thammuu/reading/1"
    assert [step["where"] for step in reading["steps"]] == [f"II.{number}" for number in range(1, 8)]
    assert {tuple(step["lead"]) for step in reading["steps"]} == {("Chi cục Tiêu chuẩn Đo lường Chất lượng",)}


def test_read_tells_people_dates_owners_and_doubts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", EXAMPLE]) == 0
    shown = capsys.readouterr().out
    for words in ("II.3", "trước 30/06/2021", "Chi cục Tiêu chuẩn Đo lường Chất lượng", "24/12/2010"):
        assert words in shown


def test_check_finds_doubts_but_no_error_in_a_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", EXAMPLE, "--json"]) == 0
    codes = {problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"]}
    assert "citations.date_implausible" in codes


def test_a_blank_number_is_an_error_once_the_document_is_said_to_be_issued() -> None:
    assert main(["check", EXAMPLE, "--state", "issued"]) == 1


def test_schedule_counts_on_the_official_calendar(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schedule", EXAMPLE, "--json"]) == 0
    rows = {row["where"]: row for row in json.loads(capsys.readouterr().out)["rows"]}
    assert rows["II.4"]["due"] == "2021-07-14"
    assert rows["II.4"]["days_after_sending"] == 10
    assert rows["II.6"]["available_days"] == 4


def test_schedule_tells_people_the_last_day_of_each_step(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schedule", EXAMPLE]) == 0
    assert "14/07/2021" in capsys.readouterr().out


def test_cite_answers_each_line_with_one_list(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "Căn cứ Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ;\nkhông viện dẫn gì\n"
    stdin = io.TextIOWrapper(io.BytesIO(lines.encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    assert main(["cite", "--json"]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first[0]["symbol"], first[0]["date"], first[0]["issuer"]) == (
        "1322/QĐ-TTg",
        "2020-08-31",
        "Thủ tướng Chính phủ",
    )
    assert second == []


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("rong.docx", b"", "rỗng"),
        ("anh.docx", b"\x89PNG\r\n\x1a\n" + b"\0" * 64, ""),
        ("cu.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4096, ".docx"),
        ("bay.txt", "MẬT\nSố: 01/KH-SNV\nKẾ HOẠCH\n".encode(), ""),
    ],
)
@pytest.mark.parametrize("command", ["read", "check", "schedule"])
def test_what_is_refused_says_why_on_stderr_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, name: str, data: bytes, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert main([command, str(file)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("thammuu: ")
    assert words in said.err
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["khong-co.docx", ".", "a" * 300, "a\0b"])
def test_a_path_that_opens_nothing_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert main(["read", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.startswith("thammuu: ")


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """What a shell gets from a line in which `thammuu` and `$EXAMPLE` stand for ours."""
    told = {**os.environ, "EXAMPLE": EXAMPLE, **environment}
    line = line.replace("thammuu", f'"{sys.executable}" -m thammuu')
    return subprocess.run(["bash", "-o", "pipefail", "-c", line], env=told, capture_output=True, check=False)


@pytest.mark.parametrize("command", ['read "$EXAMPLE"', 'read "$EXAMPLE" --json', 'schedule "$EXAMPLE"'])
def test_a_reader_who_leaves_early_is_no_failure(command: str) -> None:
    run = shell(f"thammuu {command} | true")
    assert (run.returncode, run.stderr) == (0, b"")


def test_nothing_on_standard_input_is_an_empty_file() -> None:
    run = shell("thammuu read - <&-")
    assert (run.returncode, "rỗng" in run.stderr.decode()) == (2, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("switch", ["", "--json"])
def test_a_full_disk_is_told(switch: str) -> None:
    run = shell(f'thammuu read "$EXAMPLE" {switch} > /dev/full')
    assert (run.returncode, run.stderr.decode().startswith("thammuu: Không ghi được")) == (2, True)


def test_vietnamese_comes_out_whole_on_a_system_set_to_ascii() -> None:
    run = shell('thammuu read "$EXAMPLE"', PYTHONIOENCODING="ascii")
    assert (run.returncode, "Chi cục Tiêu chuẩn" in run.stdout.decode()) == (0, True)


def test_a_hostile_line_does_not_command_the_terminal() -> None:
    run = shell("printf 'a\\033[31mb\\302\\233c\\n' | thammuu cite")
    assert (run.returncode, run.stdout.decode().splitlines()[0]) == (0, "a�[31mb�c")


@pytest.mark.parametrize(
    "words", [[], ["read"], ["lạ"], ["serve", "--port", "70000"], ["check", "--state", "x", "f"]]
)
def test_a_misused_command_is_told_in_vietnamese(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    assert "sai tham số" in capsys.readouterr().err


def test_check_tells_programs_the_rule_and_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "cong-van.txt"
    letter.write_text(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc Lập - Tự do - Hạnh phúc\n\nSố: 5/KH-SCT\n"
        "Lào Cai, ngày 05 tháng 07 năm 2026\n\nKẾ HOẠCH\nNâng cao năng suất\n\nCác phòng thực hiện./.\n",
        encoding="utf-8",
    )
    assert main(["check", str(letter), "--json", "--state", "issued"]) == 1
    told = json.loads(capsys.readouterr().out)
    found = {one["rule"]: one for one in told["problems"] if "rule" in one}
    assert told["regime"] == "administrative"
    assert {"TT-103", "TT-122", "TT-133"} <= found.keys()
    assert found["TT-122"]["place"]["paragraph"] > 0
    assert found["TT-133"]["code"] == "formats.date_zero"
    assert found["TT-133"]["basis"].startswith("NĐ 30/2020/NĐ-CP")


def test_check_groups_what_it_found_by_part_of_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", EXAMPLE, "--state", "issued"])
    shown = capsys.readouterr().out
    assert shown.index("Thể thức (") < shown.index("Số, ký hiệu") < shown.index("TT-122")
    assert shown.count("cấp số") == 1  # a blank number is told once, by the rule that knows its place
