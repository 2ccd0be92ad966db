"""The templates keep the house's own rules: none unused, nothing inline, Vietnamese, and told what a page is about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import thammuu.web

WEB = Path(thammuu.web.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
SOURCES = [*TEMPLATES, *WEB.rglob("*.py")]
MAX_LINES = 150
GIVEN_BY_ALLAUTH = ("account/", "mfa/")
"""Templates that allauth asks for by name."""


def name(path: Path) -> str:
    return str(path.relative_to(WEB / "templates"))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_nothing_is_inline(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=", text), "the CSP refuses style attributes: write a class"
    assert not re.search(r"\son[a-z]+=", text), "the CSP refuses handlers: write a file under static/web/js"
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert "<style" not in text
    assert not re.search(r"(src|href)=\"(https?:)?//", text), "nothing comes from another machine"


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_fits_one_sitting(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= MAX_LINES


def test_every_template_is_used() -> None:
    said = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    unused = [name(path) for path in TEMPLATES if f'"{name(path)}' not in said]
    assert [one for one in unused if not one.startswith(GIVEN_BY_ALLAUTH)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_every_form_that_posts_carries_its_token(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    forms = re.findall(r"<form\b[^>]*method=\"post\".*?</form>", text, re.DOTALL)
    assert all("{% csrf_token %}" in form for form in forms)


def test_every_stylesheet_is_on_the_list() -> None:
    listed = (WEB / "templates/layout/styles.html").read_text(encoding="utf-8")
    sheets = [path.name for path in (WEB / "static/web/css").glob("*.css")]
    assert [sheet for sheet in sheets if f"web/css/{sheet}" not in listed] == []


def test_every_colour_is_a_token() -> None:
    """A colour is named once in tokens.css; white, black and shadows excepted."""
    strays = {
        f"{path.name}: {colour}"
        for path in (WEB / "static/web/css").glob("*.css")
        if path.name != "tokens.css"
        for colour in re.findall(r"#[0-9a-f]{3,6}\b", path.read_text(encoding="utf-8"))
        if colour not in {"#fff", "#000", "#999"}
    }
    assert strays == set()
