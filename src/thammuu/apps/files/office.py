"""Word files of other programs through LibreOffice: old formats into .docx, what Word laid out into PDF.

LibreOffice is a foreign parser (ADR 0024): it works in a child of its own with limits on memory, processor and time,
in a private folder that is gone afterwards, without macros, without following links, and without a network wherever
the system lets a program give it up. Our own readers never use it; they read what comes out, after the gate.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import ClassVar

from thammuu.apps.files.limits import limited
from thammuu_core import intake
from thammuu_core.errors import Malformed, Refusal

MEMORY = 4 * 1024**3
"""Of address space; LibreOffice reserves far more than it uses."""
SECONDS = 180
_FIRST_START = 81
"""LibreOffice made its profile and asks to be started again."""
_DOCX = "docx:MS Word 2007 XML"
_PDF = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
_NO_NETWORK = ("unshare", "--user", "--map-root-user", "--net", "--")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""No macro runs, no link is followed, no linked file is fetched anew."""


class OfficeMissing(Refusal):
    """The machine has no LibreOffice."""

    code: ClassVar[str] = "files.no_office"

    def __init__(self) -> None:
        super().__init__(
            "Máy chủ chưa cài LibreOffice nên chưa chuyển được tệp này. Hãy mở tệp bằng Word, lưu thành .docx hoặc "
            "PDF rồi dùng bản đó; hoặc nhờ quản trị cài LibreOffice."
        )


class OfficeFailed(Malformed):
    """LibreOffice could not do it, or not within the limits."""

    code: ClassVar[str] = "files.office_failed"

    def __init__(self) -> None:
        super().__init__(
            "LibreOffice không chuyển được tệp này trong giới hạn an toàn; tệp có thể hỏng hoặc quá phức tạp. Hãy mở "
            "tệp bằng Word, lưu thành .docx mới rồi gửi lại."
        )


def modern(data: bytes) -> bytes:
    """A .doc, .odt or .rtf as .docx; any other file as it is, and these too where the machine has no LibreOffice.

    The gate then refuses them in words that tell how to save as .docx. Raises OfficeFailed.
    """
    suffix = intake.old_suffix(data)
    if suffix is None or _program() is None:
        return data
    return _converted(data, suffix, _DOCX)


def pdf(docx: bytes) -> bytes:
    """A .docx as LibreOffice prints it. Raises OfficeMissing, OfficeFailed."""
    return _converted(docx, ".docx", _PDF)


def _program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _converted(data: bytes, suffix: str, into: str) -> bytes:
    program = _program()
    if program is None:
        raise OfficeMissing
    with tempfile.TemporaryDirectory(prefix="thammuu-office-") as private:
        source = Path(private, f"tep{suffix}")
        source.write_bytes(data)
        profile = Path(private, "profile", "user")
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        command = [
            *_without_network(), program, f"-env:UserInstallation={profile.parent.as_uri()}", "--headless", "--norestore",
            "--nologo", "--nolockcheck", "--convert-to", into, "--outdir", str(Path(private, "out")), str(source),
        ]  # fmt: skip
        if _run(command, private) == _FIRST_START:
            _run(command, private)
        made = Path(private, "out", f"tep.{into.partition(':')[0]}")
        if not made.is_file() or not made.stat().st_size:
            raise OfficeFailed
        return made.read_bytes()


def _run(command: list[str], private: str) -> int:
    """The exit code; the child and all it started are ended when its time is over."""
    child = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=private,
        env=_environment(private),
        start_new_session=True,
        preexec_fn=limited(memory=MEMORY, seconds=SECONDS),
    )
    try:
        return child.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise OfficeFailed from None
    finally:
        _end(child)


def _environment(private: str) -> dict[str, str]:
    """A home of its own, no key, no address of a database, no display."""
    path = os.environ.get("PATH", os.defpath)
    return {"PATH": path, "HOME": private, "TMPDIR": private, "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}


def _end(child: subprocess.Popen[bytes]) -> None:
    """Whatever is left of it: LibreOffice starts a process of its own behind its script."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return
    else:
        child.kill()
    child.wait()


@cache
def _without_network() -> tuple[str, ...]:
    """What goes before a command to take the network from it; nothing where the system does not allow that."""
    if shutil.which(_NO_NETWORK[0]) is None:
        return ()
    probe = subprocess.run([*_NO_NETWORK, "true"], capture_output=True, check=False)
    return _NO_NETWORK if probe.returncode == 0 else ()
