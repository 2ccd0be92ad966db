"""The screen of an agency's templates: from the supplied form to an own one, and into the next draft."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.cast import Cast
from support.drafts import word_file
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.drafting.queries import drafts_of
from thammuu_core.compositions import templates
from thammuu_core.intake import read_paper

ClientOf = Callable[[str], Client]
CODE = "to-trinh"
OWN = ("TỜ TRÌNH THEO LỐI CỦA SỞ", "{{cơ quan}} kính trình {{nơi trình}}.")


def sent(client: Client, *lines: str, edition: int = 0) -> HttpResponse:
    file = SimpleUploadedFile("to-trinh-cua-so.docx", word_file(*lines).data)
    form = {"key": str(uuid4()), "version": edition, "file": file, "note": "Theo quy chế của Sở"}
    return client.post(reverse("agency_templates:set", args=[CODE]), form)


def page(client: Client, name: str = "detail") -> BeautifulSoup:
    where = reverse(f"agency_templates:{name}", args=[] if name == "list" else [CODE])
    response = client.get(where)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def compose(client: Client, cast: Cast, dossier: DossierView) -> str:
    """The words on the page of a draft composed just now."""
    form = {"key": str(uuid4()), "template": CODE, "step": ""}
    assert client.post(reverse("drafting:compose", args=[dossier.uuid]), form).status_code == 302
    draft: UUID = drafts_of(cast.drafter, dossier.uuid)[-1].uuid
    shown = BeautifulSoup(client.get(reverse("drafting:detail", args=[draft])).content, "html.parser")
    return shown.get_text(" ")


def test_a_clerk_uploads_a_form_and_the_next_draft_speaks_its_words(
    cast: Cast, dossier: DossierView, as_client: ClientOf
) -> None:
    clerk, drafter = as_client("clerk"), as_client("drafter")
    assert OWN[0] not in compose(drafter, cast, dossier)
    assert sent(clerk, *OWN).status_code == 302
    words = compose(drafter, cast, dossier)
    assert OWN[0] in words
    assert "Sở Khoa học và Công nghệ kính trình" in words
    assert "Theo mẫu của cơ quan, lần 1." in words
    assert "Theo quy chế của Sở" in page(drafter).get_text()
    assert "Mẫu của cơ quan, lần 1" in page(drafter, "list").get_text()

    form = {"key": str(uuid4()), "version": 1, "note": "Dùng lại mẫu chung"}
    assert clerk.post(reverse("agency_templates:take_back", args=[CODE]), form).status_code == 302
    assert OWN[0] not in compose(drafter, cast, dossier)
    assert "Dùng lại mẫu chung" in page(drafter).get_text()


def test_a_wrong_placeholder_is_told_on_the_form_with_its_place(cast: Cast, as_client: ClientOf) -> None:
    response = sent(as_client("clerk"), "{{cơ quan}}", "Kính gửi {{ông giám đốc}}")
    assert response.status_code == 422
    shown = BeautifulSoup(response.content, "html.parser")
    assert "{{ông giám đốc}} (thân văn bản, đoạn 2)" in shown.get_text()
    assert shown.find("textarea").get_text().strip() == "Theo quy chế của Sở"


def test_who_sends_from_an_old_page_is_shown_both(cast: Cast, as_client: ClientOf) -> None:
    assert sent(as_client("clerk"), *OWN).status_code == 302
    late = sent(as_client("head"), "Khác {{cơ quan}}")
    assert late.status_code == 409
    assert cast.clerk.name in late.content.decode()


@pytest.mark.parametrize("code", [one.code for one in templates()])
def test_each_supplied_form_can_be_looked_at_in_word(drafter: Client, code: str) -> None:
    response = drafter.get(reverse("agency_templates:supplied", args=[code]))
    assert response.status_code == 200
    assert read_paper(response.content, "a.docx").body.text
    assert drafter.get(reverse("agency_templates:detail", args=[code])).status_code == 200


def test_what_was_uploaded_comes_back_as_it_was(cast: Cast, as_client: ClientOf) -> None:
    sent(as_client("clerk"), *OWN)
    link = page(as_client("drafter")).find("a", string="to-trinh-cua-so.docx")
    got = as_client("drafter").get(link["href"])
    assert OWN[1] in read_paper(BytesIO(got.content).read(), "a.docx").body.text
    shown = as_client("drafter").get(reverse("agency_templates:own", args=[CODE]))
    assert "kính trình Ủy ban nhân dân tỉnh Bắc Giang" in read_paper(shown.content, "a.docx").body.text


def test_who_may_not_set_templates_is_offered_no_button(cast: Cast, as_client: ClientOf) -> None:
    sent(as_client("clerk"), *OWN)
    doors = {
        role: {link["href"].rsplit("/", 2)[-2] for link in page(as_client(role)).select(".buttons a")}
        for role in ("drafter", "clerk")
    }
    assert doors == {"drafter": set(), "clerk": {"dat", "bo"}}


def test_the_pages_ask_the_same_of_one_edition_and_of_many(cast: Cast, as_client: ClientOf) -> None:
    clerk, drafter = as_client("clerk"), as_client("drafter")
    counts = []
    for edition in range(4):
        assert sent(clerk, f"Lần {edition} {{{{cơ quan}}}}", edition=edition).status_code == 302
        page(drafter), page(drafter, "list")
        with CaptureQueriesContext(connection) as caught:
            page(drafter), page(drafter, "list")
        counts.append(len(caught))
    assert counts[-1] == counts[0]
