"""Reads Word documents (.docx) with a reader of our own: everything a person sees in Word, nothing they do not.

`read_docx` is the door; `read_revised` is the one for a copy with tracked changes and comments. Inside: `package` opens the file, `styles` and `looks` say how text looks, `numbering` counts,
`inline` reads paragraphs, `blocks` and `tables` put them together, `stories` reads the whole. Asked for `forms`, it measures too: `forms` paragraphs, `drawn`
lines, `sections` pages.
"""

from __future__ import annotations

from thammuu_core.wordml.package import UNREADABLE, NotADocx
from thammuu_core.wordml.revisions import read_revised
from thammuu_core.wordml.stories import read_docx

__all__ = ["UNREADABLE", "NotADocx", "read_docx", "read_revised"]
