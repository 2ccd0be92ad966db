"""The register of legal documents on its pages, and what a document cites held against it, taken in with one click."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.builders import make_document
from support.cast import Cast
from support.claims import plan_claim
from thammuu.apps.documents import reading
from thammuu.apps.documents.queries import visible_document
from thammuu.apps.dossiers.commands import OpenDossier
from thammuu.apps.dossiers.services import create_dossier_from_reading
from thammuu.apps.instruments import supplied
from thammuu.apps.instruments.models import Instrument
from thammuu_core.citations import find

ClientOf = Callable[[str], Client]
TEXT = (
    "Quyết định số 36/QĐ-TTg ngày 11/01/2020 của Thủ tướng Chính phủ; "
    "Nghị định số 5/2021/NĐ-CP ngày 25/01/2021 của Chính phủ về A; "
    "Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 của Chính phủ"
)


def citations(text: str) -> list[dict[str, Any]]:
    """As a reading has them."""
    return [
        {
            "kind": one.kind,
            "symbol": one.symbol,
            "name": one.name,
            "date": one.date.isoformat() if one.date else None,
            "issuer": one.issuer,
            "subject": one.subject,
            "pinpoint": None,
            "role": "basis",
            "where": f"I.{number}",
            "quote": text[one.start : one.end],
            "source": {"provision": "p1", "start": one.start, "end": one.end},
        }
        for number, one in enumerate(find(text), start=1)
    ]


@pytest.fixture
def document(cast: Cast, unread: None) -> UUID:
    """A plan that cites a document with a wrong year, one the register has not, and one that is no longer in force."""
    supplied.load()
    claim, _ = plan_claim()
    return make_document(cast.drafter, claim | {"title": "Kế hoạch viện dẫn", "citations": citations(TEXT)})


def test_each_citation_says_what_the_register_says_of_it(document: UUID, as_client: ClientOf) -> None:
    for name in ("instruments:cited", "opening:reading"):
        page = as_client("drafter").get(reverse(name, args=[document])).content.decode()

        assert "ở đây ghi 11/01/2020, sổ ghi 11/01/2021" in page
        assert "Chưa có trong sổ" in page
        assert "Được thay thế bởi Nghị định số 30/2020/NĐ-CP" in page
        assert page.count("Đưa vào sổ") == 1


def test_what_is_cited_comes_into_the_register_only_when_a_person_presses(
    document: UUID, as_client: ClientOf
) -> None:
    client, address = as_client("drafter"), reverse("instruments:cited", args=[document])
    page = client.get(address)
    assert not Instrument.objects.filter(symbol="5/2021/NĐ-CP").exists()

    row = next(row for row in page.context["cited"].rows if row.may_accept)
    sent = {"key": uuid4(), "reading": page.context["cited"].reading, "index": row.index}
    assert client.post(address, sent).status_code == 302

    kept = Instrument.objects.get(symbol="5/2021/NĐ-CP")
    assert (kept.certainty, kept.subject) == ("stated", "A")
    assert "Kế hoạch viện dẫn" in kept.source
    assert "Đưa vào sổ" not in client.get(address).content.decode()


def test_a_citation_that_is_not_there_is_not_taken_in(document: UUID, as_client: ClientOf) -> None:
    client, address = as_client("drafter"), reverse("instruments:cited", args=[document])
    reading = client.get(address).context["cited"].reading

    assert client.post(address, {"key": uuid4(), "reading": reading, "index": 99}).status_code == 404
    assert client.post(address, {"key": uuid4(), "reading": uuid4(), "index": 0}).status_code == 404


def test_the_leader_sees_what_is_cited_and_is_offered_no_shut_door(
    document: UUID, as_client: ClientOf
) -> None:
    page = as_client("leader").get(reverse("instruments:cited", args=[document])).content.decode()

    assert "Chưa có trong sổ" in page
    assert "Đưa vào sổ" not in page


def test_a_document_shows_what_it_demands_where_others_differ_and_who_mentions_it(
    cast: Cast, document: UUID, as_client: ClientOf
) -> None:
    uuid = Instrument.objects.get(symbol="36/QĐ-TTg").uuid
    page = as_client("drafter").get(reverse("instruments:detail", args=[uuid])).content.decode()

    assert "Các văn bản giao khác nhau:" in page
    assert "2026–2030: &gt; 7,5" in page
    assert "2023–2030: &gt; 6,5" in page
    assert "Đính chính" not in page


def test_dossiers_that_mention_a_document_are_shown_to_those_who_see_them(
    cast: Cast, document: UUID, as_client: ClientOf
) -> None:
    claim, words = plan_claim()
    row = visible_document(cast.drafter, document)
    reading.store_reading(row, claim | {"citations": citations(TEXT)}, words | {"p1": TEXT})
    command = OpenDossier(document, "Hồ sơ nhắc đến 36")
    create_dossier_from_reading(cast.drafter, command, key=uuid4())
    addresses = {
        symbol: reverse("instruments:detail", args=[Instrument.objects.get(symbol=symbol).uuid])
        for symbol in ("36/QĐ-TTg", "1322/QĐ-TTg")
    }

    def shown(role: str, symbol: str) -> bool:
        return "Hồ sơ nhắc đến 36" in as_client(role).get(addresses[symbol]).content.decode()

    assert shown("drafter", "36/QĐ-TTg")
    assert not shown("drafter", "1322/QĐ-TTg")
    assert not shown("outsider", "36/QĐ-TTg")
    assert not shown("administrator", "36/QĐ-TTg")


def test_a_refused_form_comes_back_as_it_was_filled_in(cast: Cast, as_client: ClientOf) -> None:
    sent = {"key": uuid4(), "kind": "Nghị định", "symbol": "1/2021/NĐ-CP", "subject": "Về việc gõ dở"}
    sent |= {"source": "Công báo", "certainty": "stated", "replaced_by": "77/2099/NĐ-CP"}

    page = as_client("clerk").post(reverse("instruments:add"), sent)

    assert page.status_code == 422
    assert "Về việc gõ dở" in page.content.decode()
    assert "Sổ chưa có “77/2099/NĐ-CP”" in page.content.decode()


def test_a_stale_correction_shows_both_texts(cast: Cast, as_client: ClientOf) -> None:
    supplied.load()
    address = reverse("instruments:correct", args=[Instrument.objects.get(symbol="36/QĐ-TTg").uuid])
    sent = {"kind": "Quyết định", "symbol": "36/QĐ-TTg", "issued_on": "11/01/2021", "source": "A"}
    sent |= {"issuer": "Thủ tướng Chính phủ", "certainty": "verified", "reason": "B", "version": "1"}

    first = as_client("clerk").post(address, sent | {"key": uuid4(), "subject": "Bản của văn thư"})
    second = as_client("administrator").post(address, sent | {"key": uuid4(), "subject": "Bản của quản trị"})

    assert (first.status_code, second.status_code) == (302, 409)
    assert "Bản của văn thư" in second.content.decode()
    assert "Bản của quản trị" in second.content.decode()


def test_the_register_is_narrowed_from_the_address_and_by_parts_of_it(
    cast: Cast, as_client: ClientOf
) -> None:
    supplied.load()
    client, address = as_client("outsider"), reverse("instruments:list")

    whole = client.get(address, {"words": "luu tru", "force": "holds"}).content.decode()
    part = client.get(address, {"words": "luu tru", "force": "holds"}, headers={"HX-Request": "true"})

    assert "01/2011/QH13" in whole
    assert "33/2024/QH15" not in whole
    assert part.content.decode().strip() in whole


def test_a_csv_file_is_brought_checked_and_let_in(cast: Cast, as_client: ClientOf) -> None:
    client = as_client("clerk")
    data = "Loại văn bản,Số,Nguồn\nQuyết định,7/QĐ-UBND,Bản gốc\nQuyết định,8/QĐ-UBND,\n".encode()
    file = SimpleUploadedFile("so.csv", data)

    brought = client.post(reverse("instruments:bring"), {"key": uuid4(), "file": file})["Location"]
    page = client.get(brought).content.decode()
    assert "C3" in page
    assert Instrument.objects.count() == 0
    assert client.post(brought, {"key": uuid4(), "rows": "all"}).status_code == 422
    assert client.post(brought, {"key": uuid4(), "rows": "good"}).status_code == 302
    assert [one.symbol for one in Instrument.objects.all()] == ["7/QĐ-UBND"]


def test_the_page_costs_the_same_however_much_is_cited(cast: Cast, unread: None, as_client: ClientOf) -> None:
    supplied.load()
    client = as_client("drafter")
    claim, _ = plan_claim()

    def asked(times: int) -> int:
        text = "; ".join(f"{TEXT.replace('36/', f'{36 + n}/')}" for n in range(times))
        made = make_document(
            cast.drafter, claim | {"title": f"Kế hoạch {times}", "citations": citations(text)}
        )
        address = reverse("instruments:cited", args=[made])
        client.get(address)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(address).status_code == 200
        return len(caught)

    assert asked(1) == asked(30)
