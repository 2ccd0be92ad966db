"""LibreOffice as a second opinion: it accepts and rejects what we wrote to the same words."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from support.formal import plan
from support.programs import program
from thammuu_core.redlines import Edit, applied
from thammuu_core.redlines.writing import Note, Proposal, write
from thammuu_core.rendering import to_docx
from thammuu_core.wordml import read_docx

pytestmark = [pytest.mark.long, pytest.mark.office]
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE {0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}">\n'
MACRO = """<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "MS Word 2007 XML"
  document.storeToURL(ConvertToURL(target), kind())
  document.close(True)
End Sub
</script:module>"""
LIBRARY = """<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/></library:library>"""


def settled(file: Path, command: str, folder: Path) -> str:
    """The text after all changes are accepted or rejected in LibreOffice."""
    office = program("soffice", "libreoffice-writer fonts-liberation2")
    basic = folder / "profile" / "user" / "basic" / "Standard"
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    if not basic.exists():  # only a first start makes the lists of libraries
        subprocess.run([office, profile, "--headless", "--terminate_after_init"], check=True, timeout=300)
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "Module1.xba").write_text(HEAD.format("script:module", "module.dtd") + MACRO)
    (basic / "script.xlb").write_text(HEAD.format("library:library", "library.dtd") + LIBRARY)
    target = folder / f"{command}.docx"
    call = f"macro:///Standard.Module1.Settle({file},{target},.uno:{command}AllTrackedChanges)"
    subprocess.run([office, profile, "--headless", "--norestore", call], check=True, timeout=300)
    return said(read_docx(target.read_bytes()).body.text)


def said(text: str) -> str:
    """Its lines; LibreOffice adds empty ones beside tables."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def test_it_accepts_and_rejects_to_the_same_words(tmp_path: Path) -> None:
    base = to_docx(plan())
    text = read_docx(base).body.text
    starts = [line.start for line in read_docx(base).body.lines()]
    lines = text.split("\n")
    place = starts[20]
    changes = [
        Edit(starts[12], starts[13], text[starts[12] : starts[13]], ""),
        Edit(starts[15], starts[15], "", "Đoạn mới thứ nhất\nĐoạn mới thứ hai\n"),
        Edit(
            starts[24], starts[25], text[starts[24] : starts[25]], text[starts[24] : starts[25]], starts[18]
        ),
        Edit(place + 3, place + 9, lines[20][3:9], "khác hẳn"),
        Edit(starts[22] - 1, starts[22], "\n", " "),
        Edit(starts[27] + 10, starts[27] + 11, text[starts[27] + 10], "\n"),
    ]
    made = write(
        base, [Proposal(each, "Sở Tài chính") for each in changes], [Note(3, 9, "Sở A", "", "Vì sao?")]
    )
    assert made.comments_instead == ()
    file = tmp_path / "written.docx"
    file.write_bytes(made.data)
    assert settled(file, "Accept", tmp_path) == said(applied(text, changes))
    assert settled(file, "Reject", tmp_path) == said(text)
