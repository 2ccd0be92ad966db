"""Finding by words: without diacritics, the same on both databases, and never what one may not see."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from support.builders import make_dossier
from support.cast import Cast
from thammuu.apps.dossiers import services as dossiers
from thammuu.apps.dossiers.commands import AddStep, NewStep, OpenLaidDossier
from thammuu.apps.dossiers.lists.finding import found
from thammuu.apps.dossiers.models import Dossier, Step
from thammuu.apps.dossiers.plans.repeating import RepeatDossier, repeat_dossier
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations.models import Agency
from thammuu.apps.search import queries, services
from thammuu.apps.search.models import Entry
from thammuu.apps.search.refusals import FilterUnnamed, TooManyFilters
from thammuu.apps.search.services import Findable, index, index_many
from thammuu_core.text import fold

KINDS = ("dossier", "step", "document")


@pytest.fixture
def agency(db: None) -> int:
    """An agency without anything to be found."""
    return Agency.objects.create().pk


def titles(typed: str, agency: int) -> list[str]:
    """What is found, as shown."""
    return [entry.title for entry in queries.find(typed, agency, KINDS)]


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("Kế hoạch nâng cao năng suất chất lượng", "ke hoach nang suat"),
        ("Kế hoạch nâng cao năng suất chất lượng", "CHẤT LƯỢNG kế"),
        ("Báo cáo của tỉnh Đắk Lắk", "dak lak"),
        ("Quyết định số 145/KH-UBND", "145/KH-UBND"),
        ("Quyết định số 145/KH-UBND", "145 kh"),
        ("Phát triển điện lực", "dien lu"),
        ("Hòa giải ở cơ sở", "hoà giải"),
        ("Kế hoạch năng suất", '"kế hoạch năng suất"'),
        ("Kế hoạch năng suất", "“ke hoach” suat"),
    ],
)
def test_words_are_found_without_diacritics_in_any_order(agency: int, title: str, typed: str) -> None:
    index(Findable("dossier", uuid4(), agency, title))
    assert titles(typed, agency) == [title]


@pytest.mark.parametrize(
    "typed", ['"hoach ke"', "nang suat xa hoi", "ke hoa ", "l", '"', "…", "", "   ", "' OR 1"]
)
def test_what_does_not_stand_there_is_not_found(agency: int, typed: str) -> None:
    index(Findable("dossier", uuid4(), agency, "Kế hoạch năng suất"))
    assert titles(typed, agency) == []


def test_the_last_word_may_still_be_being_typed(agency: int) -> None:
    index(Findable("dossier", uuid4(), agency, "Kế hoạch năng suất"))
    assert titles("ke ho", agency)
    assert not titles("ho ke ", agency)


def test_a_changed_title_is_found_by_its_new_words_only(agency: int) -> None:
    subject = uuid4()
    index(Findable("dossier", subject, agency, "Kế hoạch cũ"))
    index_many(
        [Findable("dossier", subject, agency, "Đề án mới"), Findable("step", uuid4(), agency, "Bước mới")]
    )
    assert titles("ke hoach", agency) == []
    assert titles("mới", agency) == ["Bước mới", "Đề án mới"]


def test_what_is_forgotten_is_found_no_more(agency: int) -> None:
    subject = uuid4()
    index(Findable("dossier", subject, agency, "Kế hoạch"))
    services.forget("dossier", subject)
    assert queries.count("ke hoach", agency, KINDS) == 0


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=200), typed=st.text(max_size=60))
@example(text="1 ¼ năm", typed="¼")
def test_no_text_and_no_question_breaks_the_search_and_every_word_of_a_text_finds_it(
    agency: int, text: str, typed: str
) -> None:
    subject = uuid4()
    index(Findable("dossier", subject, agency, "x", text))
    titles(typed, agency)
    for word in fold(text).split()[:3]:
        assert subject in set(queries.subjects(f'"{word}"', agency, "dossier"))


def test_dossiers_steps_and_documents_are_found_by_those_who_may_see_them(
    cast: Cast, dossier: DossierView, foreign_dossier: DossierView
) -> None:
    word = dossier.steps[0].text.split()[0]
    for actor in (cast.drafter, cast.head, cast.clerk, cast.leader, cast.other_unit):
        page = found(actor, word)
        assert {row.kind for row in page.rows} >= {"step"}
        assert {row.dossier_uuid for row in page.rows if row.dossier_uuid} == {dossier.uuid}
    assert found(cast.administrator, word).total == 0
    assert {row.dossier_uuid for row in found(cast.outsider, word).rows if row.dossier_uuid} == {
        foreign_dossier.uuid
    }


def test_what_another_agency_writes_into_its_texts_opens_no_door(cast: Cast, dossier: DossierView) -> None:
    foreign = Findable("dossier", dossier.uuid, cast.outsider.agency_id, "Lộ tên hồ sơ của cơ quan khác")
    index(foreign)
    page = found(cast.outsider, "lo ten ho so")
    assert page.rows == ()


@pytest.mark.parametrize(("page", "rows"), [(1, 20), (2, 5), (99, 5), (-3, 20)])
def test_what_is_found_comes_in_pages(cast: Cast, unread: None, page: int, rows: int) -> None:
    for _ in range(25):
        make_dossier(cast.drafter)
    answer = found(cast.drafter, "ke hoach", kind="dossier", page=page)
    assert (len(answer.rows), answer.total, answer.pages) == (rows, 25, 2)


def test_a_saved_filter_is_its_owners_alone(cast: Cast) -> None:
    saved = services.save_filter(cast.drafter.id, "progress", "Quá hạn", "light=red")
    assert services.save_filter(cast.drafter.id, "progress", "Quá hạn", "light=red&unit=1") == saved
    services.drop_filter(cast.head.id, saved)
    assert [row.query for row in queries.saved_filters(cast.drafter.id, "progress")] == ["light=red&unit=1"]
    assert queries.saved_filters(cast.head.id, "progress") == ()
    services.drop_filter(cast.drafter.id, saved)
    assert queries.saved_filters(cast.drafter.id, "progress") == ()


def test_a_filter_needs_a_name_and_there_is_an_end_to_them(cast: Cast) -> None:
    with pytest.raises(FilterUnnamed):
        services.save_filter(cast.drafter.id, "progress", "  ", "light=red")
    for number in range(services.MOST_FILTERS):
        services.save_filter(cast.drafter.id, "progress", f"Bộ lọc {number}", "light=red")
    with pytest.raises(TooManyFilters):
        services.save_filter(cast.drafter.id, "progress", "Thêm nữa", "light=red")


def test_every_dossier_and_step_can_be_found_however_it_was_made(cast: Cast, dossier: DossierView) -> None:
    repeated = RepeatDossier(dossier.uuid, "Hồ sơ năm sau", tuple(step.uuid for step in dossier.steps))
    repeat_dossier(cast.drafter, repeated, key=uuid4())
    added = AddStep(dossier.uuid, NewStep("Bước thêm tay"), "hand", "Phát sinh")
    dossiers.add_step(cast.drafter, added, key=uuid4())
    laid = OpenLaidDossier("Hồ sơ từ nhiệm vụ", (NewStep("Bước xếp lùi"),), ((),))
    dossiers.open_laid_dossier(cast.drafter, laid, key=uuid4())
    known = set(Entry.objects.values_list("kind", "subject"))
    assert {("dossier", uuid) for uuid in Dossier.objects.values_list("uuid", flat=True)} <= known
    assert {("step", uuid) for uuid in Step.objects.values_list("uuid", flat=True)} <= known
