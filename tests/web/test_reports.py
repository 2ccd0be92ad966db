"""Reports: what they say is what is recorded, on screen, in Word and in PDF; nobody reads of another agency."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import docx
import pypdfium2
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.builders import finish, make_dossier, start, step_of
from support.cast import Cast
from thammuu.apps.dossiers.models import Dossier, Step, StepState
from thammuu.apps.dossiers.outgoing import reports
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations.letterheads import letterhead
from thammuu.apps.organisations.models import Agency, Position
from thammuu_core.rendering import Paragraph, Table

TODAY = date(2021, 7, 6)
"""A Tuesday, the day of the cast."""


@pytest.fixture
def dossier(cast: Cast, unread: None) -> DossierView:
    """A dossier of the drafter's with its first step done today."""
    made = make_dossier(cast.drafter)
    start(cast.drafter, step_of(cast.drafter, made, 1))
    finish(cast.drafter, step_of(cast.drafter, made, 1))
    return made


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as file:
        return " ".join("".join(page.get_textpage().get_text_range() for page in file).split())


def summary(cast: Cast) -> str:
    """The first paragraph of the weekly report."""
    blocks = reports.week_of(cast.drafter).sections[0].blocks
    return next(block.runs[0].text for block in blocks if isinstance(block, Paragraph))


def test_the_page_on_a_dossier_says_how_far_it_is(drafter: Client, dossier: DossierView) -> None:
    page = drafter.get(reverse("reports:state", args=[dossier.uuid])).content.decode()
    assert f"đã xong 1/{len(dossier.steps)} bước" in page
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page


def test_its_pdf_is_one_page_and_its_word_file_says_the_same(drafter: Client, dossier: DossierView) -> None:
    pdf = drafter.get(reverse("reports:state_file", args=[dossier.uuid, "pdf"]))
    assert pdf["Content-Type"] == "application/pdf"
    assert 'filename="Tinh-hinh-ho-so-2021-07-06.pdf"' in pdf["Content-Disposition"]
    with pypdfium2.PdfDocument(pdf.content) as file:
        assert len(file) == 1
    word = drafter.get(reverse("reports:state_file", args=[dossier.uuid, "docx"]))
    lines = [line.text for line in docx.Document(io.BytesIO(word.content)).paragraphs]
    progress = next(line for line in lines if line.startswith("Tiến độ: "))
    assert progress.removeprefix("Tiến độ: ") in words(pdf.content)


def test_twenty_steps_are_one_page_still(drafter: Client, cast: Cast, dossier: DossierView) -> None:
    row = Dossier.objects.get(uuid=dossier.uuid)
    first = row.steps.order_by("position").last()
    for number in range(20):
        first.pk, first.uuid, first.mark = None, f"{number:032}", f"x{number}"
        first.position, first.where, first.due_on = 100 + number, f"IV.{number}", date(2021, 7, 1 + number)
        first.ends_on = first.due_on
        first.save(force_insert=True)
    pdf = drafter.get(reverse("reports:state_file", args=[dossier.uuid, "pdf"])).content
    with pypdfium2.PdfDocument(pdf) as file:
        assert len(file) == 1


def test_the_week_counts_what_was_done_what_is_due_and_what_is_late(cast: Cast, dossier: DossierView) -> None:
    steps = list(Step.objects.filter(dossier__uuid=dossier.uuid).exclude(state=StepState.FINISHED))
    Step.objects.filter(dossier__uuid=dossier.uuid).update(due_on=None)
    Step.objects.filter(state=StepState.FINISHED).update(finished_on=date(2021, 7, 5))
    late, due, not_yet = steps[:3]
    Step.objects.filter(pk=late.pk).update(due_on=date(2021, 7, 5))
    Step.objects.filter(pk=due.pk).update(due_on=date(2021, 7, 18))
    Step.objects.filter(pk=not_yet.pk).update(due_on=date(2021, 7, 19))
    assert summary(cast) == (
        "Đang thực hiện 1 hồ sơ. Trong tuần xong 1 bước; tuần sau đến hạn 1 bước; đang quá hạn 1 bước."
    )


def test_what_was_done_last_week_is_not_told_again(cast: Cast, dossier: DossierView) -> None:
    Step.objects.filter(state=StepState.FINISHED).update(finished_on=date(2021, 7, 4))
    assert "Trong tuần xong 0 bước" in summary(cast)


def test_the_figures_of_the_units_add_up_to_those_of_the_whole(cast: Cast, dossier: DossierView) -> None:
    make_dossier(cast.other_unit)
    counts = next(
        block for block in reports.week_of(cast.leader).sections[0].blocks if isinstance(block, Table)
    )
    *units, total = counts.rows
    for column in range(2, 6):
        assert sum(int(row.cells[column]) for row in units) == int(total.cells[column])
    assert len(units) == 2


def test_no_week_says_anything_of_another_agency(cast: Cast, dossier: DossierView) -> None:
    assert dossier.title not in str(reports.week_of(cast.outsider))
    assert "Đang thực hiện 0 hồ sơ" in str(reports.week_of(cast.outsider))


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_week_is_a_file(drafter: Client, dossier: DossierView, form: str) -> None:
    answer = drafter.get(reverse("reports:weekly_file", args=[form]))
    assert answer.status_code == 200
    assert answer.content[:4] == {"pdf": b"%PDF", "docx": b"PK\x03\x04"}[form]


def test_a_form_of_file_that_there_is_not_is_not_found(drafter: Client, dossier: DossierView) -> None:
    assert drafter.get(reverse("reports:weekly_file", args=["odt"])).status_code == 404


def test_who_looks_after_the_system_reads_no_report(as_client: Callable[[str], Client], cast: Cast) -> None:
    for form in ("pdf", "docx"):
        assert as_client("administrator").get(reverse("reports:weekly_file", args=[form])).status_code == 403


def test_many_dossiers_take_as_many_queries_as_one(cast: Cast, dossier: DossierView) -> None:
    reports.week_of(cast.drafter)
    with CaptureQueriesContext(connection) as one:
        reports.week_of(cast.drafter)
    for _ in range(5):
        make_dossier(cast.drafter)
    with CaptureQueriesContext(connection) as many:
        reports.week_of(cast.drafter)
    assert len(many) == len(one)


def test_a_deputy_signs_for_the_head_and_a_head_without_more(cast: Cast) -> None:
    agency = cast.leader.agency_id
    assert letterhead(agency, TODAY).signing == ("KT. Giám đốc", "Phó Giám đốc")
    Position.objects.filter(officer_id=cast.leader.id).update(title="Giám đốc")
    assert letterhead(agency, TODAY).signing == ("Giám đốc",)


def test_the_letterhead_names_the_agency_above(cast: Cast) -> None:
    found = letterhead(cast.leader.agency_id, TODAY)
    assert found.parent == str(Agency.objects.get(pk=cast.leader.agency_id).parent)
    assert found.place == "Bắc Giang"
