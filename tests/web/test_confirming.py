"""The paper on the left, what was read of it on the right; only what a person pressed is confirmed."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from support.builders import make_document
from support.cast import Cast
from support.claims import BRANCH, plan_claim, step
from support.htmx import patched, plain
from thammuu.apps.documents import queries

HTMX = {"HX-Request": "true"}


@pytest.fixture
def document(cast: Cast, unread: None) -> UUID:
    """A plan of five steps that has been read."""
    return make_document(cast.drafter)


def address(name: str, document: UUID, *more: str) -> str:
    return reverse(f"opening:{name}", args=[document, *more])


def shown(client: Client, document: UUID) -> BeautifulSoup:
    return BeautifulSoup(client.get(address("reading", document)).content, "html.parser")


def form_of(page: BeautifulSoup, block: str) -> dict[str, str]:
    """What the browser would send from the form of a block."""
    return {
        field["name"]: field.get("value", "") for field in page.select(f"#{block} form input[type=hidden]")
    }


def corrected(client: Client, document: UUID, mark: str, **typed: Any) -> dict[str, Any]:
    """The filled form of a step with some of its fields typed anew."""
    page = BeautifulSoup(client.get(address("step", document, mark)).content, "html.parser")
    form = page.select(f"#buoc-{mark} form")[0]
    sent = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        if field.name == "select":
            chosen = field.select("option[selected]")
            sent[field["name"]] = chosen[0]["value"] if chosen else ""
        elif field.get("type") == "checkbox":
            sent |= {field["name"]: "on"} if field.has_attr("checked") else {}
        else:
            sent[field["name"]] = field.get("value", field.text)
    return {name: value.strip() for name, value in sent.items()} | typed


def test_every_value_leads_to_its_words_in_the_paper(drafter: Client, document: UUID) -> None:
    page = shown(drafter, document)
    links = page.select("a[data-tm-words]")
    assert links
    for link in links:
        assert page.select(link["href"]), link
    piece = page.select('[data-tm-of~="s2-text"]')[0]
    assert piece.text == "Xây dựng dự thảo"


def test_doubts_come_first_and_lead_to_what_they_are_about(drafter: Client, document: UUID) -> None:
    page = shown(drafter, document)
    doubt = page.select(".doubt")[1]
    assert "Bước này không có thời hạn." in doubt.text
    assert page.select(doubt.select("a")[0]["href"])[0]["id"] == "buoc-s5"
    read = page.select("#dieu-da-doc")[0]
    assert str(read).index("Bước này không có thời hạn.") < str(read).index('id="dau-van-ban"')


def test_an_owner_is_shown_with_what_the_register_calls_it_or_as_unknown(
    drafter: Client, document: UUID
) -> None:
    block = shown(drafter, document).select("#buoc-s1")[0]
    assert BRANCH in block.text
    assert "ngoài danh mục" in block.text


def test_a_step_is_confirmed_by_one_press_and_the_fragment_is_the_page_freshly_loaded(
    drafter: Client, document: UUID
) -> None:
    before = drafter.get(address("reading", document)).content.decode()
    sent = form_of(BeautifulSoup(before, "html.parser"), "buoc-s2")
    fragment = drafter.post(address("confirm", document), sent, headers=HTMX).content.decode()
    after = drafter.get(address("reading", document)).content.decode()
    assert "Đã xác nhận" in BeautifulSoup(after, "html.parser").select("#buoc-s2 .badge")[0].text
    assert patched(before, target="#buoc-s2", fragment=fragment) == plain(after)


def test_one_value_is_confirmed_alone(drafter: Client, document: UUID) -> None:
    sent = form_of(shown(drafter, document), "buoc-s2") | {"path": "steps/s2/when"}
    drafter.post(address("confirm", document), sent)
    states = [value["class"][1] for value in shown(drafter, document).select("#buoc-s2 dd")]
    assert states.count("value--confirmed") == 1


def test_the_header_is_confirmed_by_one_press(drafter: Client, document: UUID) -> None:
    drafter.post(address("confirm", document), form_of(shown(drafter, document), "dau-van-ban"))
    assert shown(drafter, document).select("#dau-van-ban.read--settled")


def test_everything_without_doubt_is_confirmed_by_one_press(drafter: Client, document: UUID) -> None:
    drafter.post(address("confirm", document), form_of(shown(drafter, document), "muc-do"))
    page = shown(drafter, document)
    assert [block["id"] for block in page.select(".read:not(.read--settled)")] == ["buoc-s5"]
    assert not page.select("#muc-do button")


def test_a_date_is_put_right_day_first_and_stands_beside_what_was_read(
    drafter: Client, document: UUID
) -> None:
    sent = corrected(drafter, document, "s2", end="18/06/2021")
    drafter.post(address("step", document, "s2"), sent)
    block = shown(drafter, document).select("#buoc-s2")[0]
    assert "chậm nhất ngày 18/06/2021" in block.text
    assert "đã sửa" in block.text


def test_saving_a_form_as_it_is_confirms_and_corrects_nothing(drafter: Client, document: UUID) -> None:
    drafter.post(address("step", document, "s3"), corrected(drafter, document, "s3"))
    block = shown(drafter, document).select("#buoc-s3")[0]
    assert "read--settled" in block["class"]
    assert "đã sửa" not in block.text


def test_an_owner_is_chosen_from_the_register(drafter: Client, document: UUID) -> None:
    page = BeautifulSoup(drafter.get(address("step", document, "s4")).content, "html.parser")
    options = page.select("select[name=lead_0_entry] option")
    unit = next(option["value"] for option in options if option.text == BRANCH)
    sent = corrected(drafter, document, "s4", lead_0="Chi cục TĐC", lead_0_entry=unit)
    drafter.post(address("step", document, "s4"), sent)
    assert f"→ {BRANCH}" in " ".join(shown(drafter, document).select("#buoc-s4")[0].text.split())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"end": "31/02/2021"}, "Ghi ngày theo dạng dd/mm/yyyy"),
        ({"end": ""}, "Hãy ghi ngày."),
        ({"kind": "period", "start": "20/06/2021"}, "Ngày kết thúc trước ngày bắt đầu"),
        ({"kind": "conditional"}, "Hãy ghi điều kiện."),
        ({"text": " "}, "Hãy điền ô này."),
    ],
)
def test_what_cannot_be_is_told_beside_the_field_and_nothing_typed_is_lost(
    drafter: Client, document: UUID, typed: dict[str, str], told: str
) -> None:
    sent = corrected(drafter, document, "s2", report_to="UBND tỉnh", **typed)
    response = drafter.post(address("step", document, "s2"), sent)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert "UBND tỉnh" in response.content.decode()


def test_of_two_who_answer_at_once_the_second_sees_both_texts(
    drafter: Client, document: UUID, as_client: Any
) -> None:
    late = corrected(drafter, document, "s2", text="Soạn dự thảo")
    head = as_client("head")
    head.post(address("step", document, "s2"), corrected(head, document, "s2", text="Dự thảo lần 1"))
    refused = drafter.post(address("step", document, "s2"), late)
    assert refused.status_code == 409
    assert {"Soạn dự thảo", "Dự thảo lần 1"} <= set(re.split(r"[\n<>]", refused.content.decode()))
    inside = drafter.post(address("step", document, "s2"), late, headers=HTMX)
    assert inside.status_code == 422
    assert "Bản hiện tại: Dự thảo lần 1" in inside.content.decode()
    assert "Soạn dự thảo" in inside.content.decode()


def test_a_step_is_dropped_joined_added_and_the_dossier_holds_what_stands(
    drafter: Client, cast: Cast, document: UUID
) -> None:
    page = queries.read_page(cast.drafter, document)
    assert page
    base = {"reading": page.reading, "seen": "0"}
    drafter.post(address("arrange", document, "s5"), {**base, "key": uuid4(), "fate": "dropped"})
    joined = {**base, "key": uuid4(), "fate": "joined", "other": "s3"}
    drafter.post(address("arrange", document, "s4"), joined)
    added = {**base, "key": uuid4(), "behind": "s1", "where": "II.1a", "text": "Xin ý kiến Ban Giám đốc"}
    drafter.post(address("add_step", document), {**added, "kind": "deadline", "end": "01/06/2021"})
    response = drafter.post(address("reading", document), {"key": uuid4(), "title": "Hồ sơ"}, follow=True)
    dossier = BeautifulSoup(response.content, "html.parser").select("#noi-dung")[0].text
    assert "Xin ý kiến Ban Giám đốc" in dossier
    assert "Lấy ý kiến lần 1; Lấy ý kiến lần 2" in dossier
    assert "Hoàn thiện khi có yêu cầu" not in dossier


def test_without_steps_they_may_be_added_by_hand(drafter: Client, cast: Cast, unread: None) -> None:
    claim, _ = plan_claim()
    document = make_document(cast.drafter, claim | {"steps": [], "problems": []})
    page = shown(drafter, document)
    assert "Không tìm thấy nhiệm vụ nào" in page.text
    assert not page.select("#lap-ho-so")
    held = queries.read_page(cast.drafter, document)
    assert held
    sent = {
        "key": uuid4(),
        "reading": held.reading,
        "seen": "0",
        "text": "Xây dựng dự thảo",
        "kind": "undated",
    }
    drafter.post(address("add_step", document), sent)
    assert shown(drafter, document).select("#lap-ho-so")


def test_a_plan_of_another_agency_is_said(drafter: Client, cast: Cast, unread: None) -> None:
    claim, _ = plan_claim()
    other = {"name": "Sở Tài chính", "parent": None, "stated": True}
    page = shown(drafter, make_document(cast.drafter, claim | {"issuer": other}))
    assert "do Sở Tài chính ban hành" in page.text


def test_a_leader_reads_and_finds_no_shut_door(as_client: Any, document: UUID) -> None:
    page = shown(as_client("leader"), document)
    assert page.select("#buoc-s1")
    assert not page.select(".read button, .read__ways, #muc-do button")


def test_the_number_of_queries_does_not_grow_with_the_steps(
    drafter: Client, cast: Cast, unread: None, django_assert_max_num_queries: Any
) -> None:
    claim, _ = plan_claim()
    many = [step(f"s{number}", f"Nhiệm vụ số {number}", end="2021-06-15") for number in range(1, 173)]
    document = make_document(cast.drafter, claim | {"steps": many, "problems": []})
    with django_assert_max_num_queries(40):
        drafter.get(address("reading", document))
