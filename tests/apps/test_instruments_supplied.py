"""The documents that come with the program are loaded once, with their links, sources and demands."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from support.cast import Cast
from thammuu.apps.instruments import queries, supplied
from thammuu.apps.instruments.models import Instrument, InstrumentLink, MandateItem
from thammuu.apps.journal.models import Event
from thammuu_core.text.tables import rows, words

DOCUMENTS = rows("thammuu.apps.instruments", "documents.tsv")
DEMANDS = rows("thammuu.apps.instruments", "demands.tsv")


def test_loading_again_adds_nothing(cast: Cast) -> None:
    assert supplied.load() == len(DOCUMENTS) + len(DEMANDS)
    events = Event.objects.count()

    assert supplied.load() == 0
    assert Event.objects.count() == events


def test_every_row_has_its_source_and_every_link_its_document(cast: Cast) -> None:
    call_command("load_instruments")

    assert not Instrument.objects.filter(source="").exists()
    assert not MandateItem.objects.filter(source="").exists()
    linked = sum(len(words(row["replaced_by"])) + len(words(row["amended_by"])) for row in DOCUMENTS)
    assert InstrumentLink.objects.count() == linked > 0


def test_a_document_that_people_entered_before_is_left_alone(cast: Cast) -> None:
    supplied.load()
    kept = Instrument.objects.get(symbol="36/QĐ-TTg")
    Instrument.objects.filter(pk=kept.pk).update(subject="Trích yếu do văn thư ghi")

    supplied.load()

    assert Instrument.objects.get(symbol="36/QĐ-TTg").subject == "Trích yếu do văn thư ghi"


@pytest.mark.parametrize("measure", ["Tốc độ tăng năng suất lao động"])
def test_mandates_that_set_different_values_for_one_measure_clash(cast: Cast, measure: str) -> None:
    supplied.load()

    (clash,) = (one for one in queries.mandate_clashes(cast.drafter) if one.measure == measure)
    said = {(item.instrument.called, item.values_words) for item in clash.items}

    assert ("Quyết định số 36/QĐ-TTg", "2026–2030: > 7,5") in said
    assert ("Quyết định số 1305/QĐ-TTg", "2023–2030: > 6,5") in said
    assert ("Quyết định số 36/QĐ-TTg", "2021–2025: ≈ 7") in said
    assert any(words == "2021–2025: > 6,5" for _, words in said)
