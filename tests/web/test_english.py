"""English as the second language: every page of the matrix says its words in English; the language is one's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import translation

from thammuu.apps.organisations import demo
from thammuu.web.accounts.middleware import LANGUAGE
from thammuu.web.components.states import days_left_words
from thammuu.web.spoken import head_in_language, in_language
from web.matrix import ROWS
from web.matrix.row import Row, Scene

CATALOGUE = Path(__file__).parents[2] / "src/thammuu/locale/en/LC_MESSAGES/django.po"
PAGES = [row for row in ROWS if row.method == "GET" and ":" in row.name]
HELD = ("option", "textarea", "title")
"""Elements of nothing but text: what they hold may be a name and cannot be marked as Vietnamese by a part."""
SPOKEN = ("alt", "aria-label", "data-label", "placeholder", "title")
ClientOf = Callable[[str], Client]


@cache
def vietnamese() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What no English page may say: any msgid as a whole; one of more than two syllables anywhere, too."""
    msgids = [entry.msgid for entry in polib.pofile(str(CATALOGUE)) if entry.msgid != entry.msgstr]
    shapes = sorted(map(_shape, msgids), key=len, reverse=True)
    longer = [shape for shape, msgid in ((_shape(msgid), msgid) for msgid in msgids) if _tells(msgid)]
    return re.compile("|".join(shapes)), re.compile(rf"(?<!\w)(?:{'|'.join(longer)})(?!\w)")


def _shape(msgid: str) -> str:
    """The msgid with anything in the place of its values; a value called `n` is a count."""
    parts = re.split(r"(%\(\w+\)[sd]|%[sd]|\{\w+\})", msgid)
    values = ("[\\d.]+" if part.startswith("%(n)") else ".+?" for part in parts[1::2])
    words = (re.escape(part.strip()) for part in parts[::2])
    return next(words) + "".join(f"\\s*{value}\\s*{word}" for value, word in zip(values, words, strict=True))


def _tells(msgid: str) -> bool:
    return "%" not in msgid and "{" not in msgid and len(msgid.split()) > 2


def in_english(client: Client) -> Client:
    """The browser of an officer who has chosen English."""
    session = client.session
    session[LANGUAGE] = "en"
    session.save()
    return client


def language_of(tag: Tag) -> str:
    """What language a screen reader takes the element to be in."""
    return next((str(one["lang"]) for one in (tag, *tag.parents) if one.get("lang")), "")


def left_untranslated(page: BeautifulSoup) -> Iterator[str]:
    """What is shown or read out as English and is a Vietnamese word of the catalogue."""
    whole, part = vietnamese()
    for text in page.find_all(string=True):
        tag = text.parent
        if (
            tag.name in ("script", "style")
            or isinstance(text, PreformattedString)
            or language_of(tag) != "en"
        ):
            continue
        said = " ".join(text.split())
        if whole.fullmatch(said) or (tag.name not in HELD and part.search(said)):
            yield said
    for tag in page.find_all(True):
        if tag.parent and language_of(tag.parent) == "en":
            said = (str(value) for name, value in tag.attrs.items() if _spoken(name))
            yield from filter(whole.fullmatch, said)


def _spoken(attribute: str) -> bool:
    return attribute in SPOKEN or attribute.startswith("data-tm")


@pytest.mark.parametrize("row", PAGES, ids=lambda row: row.name)
def test_a_page_in_english_leaves_no_word_of_its_own_in_vietnamese(
    row: Row, scene: Scene, as_client: ClientOf
) -> None:
    client = in_english(as_client(row.by))
    answer = client.get(reverse(row.name, kwargs=row.arguments(scene) if row.arguments else None))
    assert answer.status_code == row.own[row.by]
    if answer["Content-Type"].startswith("text/html"):
        assert sorted(set(left_untranslated(BeautifulSoup(answer.content, "html.parser")))) == []


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("", "vi"),
        ("en", "en"),
        ("en-GB,en;q=0.9,vi;q=0.8", "en"),
        ("vi,en;q=0.9", "vi"),
        ("en;q=0.5,vi;q=0.9", "vi"),
        ("fr,en;q=0.9", "vi"),
        ("de;q=x,;;", "vi"),
    ],
)
def test_a_stranger_is_spoken_to_in_english_only_where_the_browser_asks_for_it_first(
    client: Client, asked: str, spoken: str, db: None
) -> None:
    answer = client.get(reverse("account_login"), headers={"Accept-Language": asked})
    assert answer["Content-Language"] == spoken
    assert BeautifulSoup(answer.content, "html.parser").html["lang"] == spoken


def test_the_language_chosen_stays_whatever_the_browser_asks_for(as_client: ClientOf) -> None:
    client = as_client("drafter")
    form = BeautifulSoup(client.get(reverse("accounts:mine")).content, "html.parser")
    key = form.select_one("form[action$='ngon-ngu/'] input[name=key]")["value"]
    client.post(reverse("accounts:language"), {"key": key, "language": "en"})
    assert speaks_english(client)
    anew = Client()
    user = User.objects.get(username=demo.CAST[0].username)
    user.set_password("mot cau ngan de nho")
    user.save()
    anew.post(reverse("account_login"), {"login": user.username, "password": "mot cau ngan de nho"})
    assert speaks_english(anew)


def speaks_english(browser: Client) -> bool:
    """Even to a browser that asks for Vietnamese."""
    page = browser.get(reverse("work:mine"), headers={"Accept-Language": "vi"}).content.decode()
    return '<html lang="en">' in page and "My work" in page


def test_what_went_wrong_is_told_in_english(as_client: ClientOf, scene: Scene) -> None:
    client = in_english(as_client("drafter"))
    gone = client.get("/khong-co/")
    assert (gone.status_code, "Page not found" in gone.content.decode()) == (404, True)
    refused = client.post(reverse("dossiers:finish_step", args=[scene.dossier.steps[1].uuid]), {})
    assert (refused.status_code, "Fill in this field." in refused.content.decode()) == (422, True)


def test_a_refusal_stays_as_the_law_puts_it_and_says_what_language_it_is_in(
    as_client: ClientOf, scene: Scene
) -> None:
    client = in_english(as_client("clerk"))
    refused = client.get(reverse("dossiers:start_step", args=[scene.dossier.steps[1].uuid]))
    told = BeautifulSoup(refused.content, "html.parser").select_one(".told__words p")
    assert (refused.status_code, told["lang"]) == (403, "vi")


def test_vietnamese_pages_need_no_catalogue() -> None:
    with translation.override("vi"):
        for entry in polib.pofile(str(CATALOGUE)):
            assert translation.gettext(entry.msgid) == entry.msgid
            if entry.msgid_plural:
                assert (
                    translation.ngettext(entry.msgid, entry.msgid_plural, 1)
                    == entry.msgid
                    == entry.msgid_plural
                )


def test_days_are_written_alike_in_both_languages(as_client: ClientOf, scene: Scene) -> None:
    address = reverse("dossiers:detail", args=[scene.dossier.uuid])
    days = re.compile(r"\d\d/\d\d/\d{4}")
    shown = [
        set(days.findall(browser.get(address).content.decode()))
        for browser in (as_client("drafter"), in_english(as_client("drafter")))
    ]
    assert shown[0] == shown[1] != set()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 working day left"),
        (2, "2 working days left"),
        (-1, "1 working day overdue"),
        (0, "no working days left"),
    ],
)
def test_a_number_of_days_has_its_plural(days: int, words: str) -> None:
    with translation.override("en"):
        assert days_left_words(days) == words


def test_a_word_of_the_apps_that_the_catalogue_does_not_know_stays_as_it_is() -> None:
    with translation.override("en"):
        assert in_language("Chủ trì") == "Lead"
        assert in_language("5 ngày làm việc") == "5 working days"
        assert in_language("Phó Giám đốc") == "Phó Giám đốc"
        assert head_in_language("Hạn: 31/08/2021 → 30/09/2021") == "Due: 31/08/2021 → 30/09/2021"
        assert in_language("") == ""
