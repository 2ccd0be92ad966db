"""Drafts: versions that never change, what the checks found kept with each, initials in their order."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from support.builders import make_dossier
from support.cast import Cast
from support.drafts import add, begin, initial, word_file
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.drafting import services
from thammuu.apps.drafting.commands import AddVersion, BeginDraft, CheckAgain, PutInitial
from thammuu.apps.drafting.models import Draft, DraftVersion, Initial, VersionCheck
from thammuu.apps.drafting.queries import changes_since, draft_view, drafts_of, drafts_waiting, file_to_serve
from thammuu.apps.drafting.refusals import (
    ChainComplete,
    NewerVersion,
    NotWord,
    NotYourTurn,
    ReasonMissing,
    SameVersion,
    SentBack,
    TwoPeople,
)
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.queries import verdict
from thammuu.apps.notifications.models import Notice
from thammuu.apps.organisations import parameters
from thammuu.apps.organisations.commands import SetParameter
from thammuu.apps.organisations.models import Officer, Position, Role
from thammuu.apps.organisations.queries import actor_of_officer
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu_core.errors import Malformed, Told

CHAIN = (("drafter", "drafter"), ("head", "head_of_unit"), ("clerk", "office"), ("leader", "deputy"))
"""Who of the cast initials where, in order."""


@pytest.fixture
def draft(cast: Cast, dossier: DossierView) -> UUID:
    """A draft with one version."""
    return begin(cast.drafter, dossier.uuid)


def test_a_draft_begins_with_a_word_file_that_is_checked(cast: Cast, draft: UUID) -> None:
    view = draft_view(cast.drafter, draft)
    assert (view.shown.number, view.shown.source, view.is_newest) == (1, "uploaded", True)
    assert "TT-121" in {one.rule for one in view.check.found}, "the number is set in 11 points"
    assert view.shown.warnings == sum(one.severity == "warning" for one in view.check.found)
    assert all(one.basis for one in view.check.found if one.rule)


def test_the_next_version_stands_beside_the_first(cast: Cast, draft: UUID) -> None:
    add(cast.head, draft, "KẾ HOẠCH", "Đã sửa mục tiêu.")
    view = draft_view(cast.drafter, draft)
    assert [(one.number, one.made_by, one.reason) for one in view.versions] == [
        (2, cast.head.name, "Sửa mục tiêu"),
        (1, cast.drafter.name, ""),
    ]
    assert draft_view(cast.drafter, draft, 1).is_newest is False
    kinds = {change.kind for change in changes_since(cast.drafter, draft, 2)}
    assert kinds == {"changed", "removed"}


def test_who_comes_second_is_told_who_was_first(cast: Cast, draft: UUID) -> None:
    add(cast.head, draft)
    with pytest.raises(StaleEdit) as told:
        add(cast.drafter, draft, "KẾ HOẠCH", "Một bản khác.")
    assert cast.head.name in told.value.current
    assert "Sửa mục tiêu" in told.value.yours


def test_the_same_file_is_no_new_version(cast: Cast, dossier: DossierView) -> None:
    file = word_file()
    begun = BeginDraft(dossier.uuid, "Kế hoạch", "Năng suất", file)
    draft = services.begin_draft(cast.drafter, begun, key=uuid4())
    with pytest.raises(SameVersion):
        services.add_version(cast.drafter, AddVersion(draft, 1, file, "Sửa"), key=uuid4())


def test_another_file_of_the_same_words_is_known_for_that(cast: Cast, dossier: DossierView) -> None:
    draft = begin(cast.drafter, dossier.uuid, "KẾ HOẠCH", "Một  câu.")
    add(cast.drafter, draft, "KẾ HOẠCH", "Một câu.")
    assert draft_view(cast.drafter, draft).shown.same_words_as == 1
    assert changes_since(cast.drafter, draft, 2) == ()


@pytest.mark.parametrize(
    ("name", "data", "refusal"),
    [
        ("du-thao.pdf", b"%PDF-1.7\n", NotWord),
        ("du-thao.txt", b"Chi la loi van.", NotWord),
        ("du-thao.docx", b"", Malformed),
        ("du-thao.docx", b"PK\x03\x04 hong", Malformed),
    ],
)
def test_only_word_files_become_versions(
    cast: Cast, dossier: DossierView, name: str, data: bytes, refusal: type[Told]
) -> None:
    command = BeginDraft(dossier.uuid, "Kế hoạch", "Năng suất", Upload(name, data))
    with pytest.raises(refusal):
        services.begin_draft(cast.drafter, command, key=uuid4())
    assert not Draft.objects.exists()


def test_a_version_says_what_changed(cast: Cast, draft: UUID) -> None:
    with pytest.raises(ReasonMissing):
        services.add_version(cast.drafter, AddVersion(draft, 1, word_file("Khác"), "  "), key=uuid4())


@pytest.mark.parametrize("table", [Draft, DraftVersion, VersionCheck, Initial])
def test_nothing_of_a_draft_is_ever_changed(cast: Cast, draft: UUID, table: type) -> None:
    initial(cast.drafter, draft, "drafter")
    with pytest.raises(DatabaseError, match="insert_only"), transaction.atomic():
        table.objects.update(uuid=uuid4())


def test_a_check_as_for_issue_is_kept_beside_the_first(cast: Cast, draft: UUID) -> None:
    view = draft_view(cast.drafter, draft)
    services.check_again(cast.drafter, CheckAgain(view.shown.uuid, "issued"), key=uuid4())
    again = draft_view(cast.drafter, draft)
    assert (again.check.state, again.shown.errors > view.shown.errors) == ("issued", True)
    assert VersionCheck.objects.count() == 2


def test_initials_go_up_the_chain_in_order(cast: Cast, draft: UUID) -> None:
    for role, post in CHAIN:
        actor = getattr(cast, role)
        assert draft in {row.uuid for row in drafts_waiting(actor)}
        assert draft_view(actor, draft).my_post == post
        initial(actor, draft, post)
        assert draft not in {row.uuid for row in drafts_waiting(actor)}
    view = draft_view(cast.drafter, draft)
    assert [row.state for row in view.chain] == ["done"] * 4
    assert view.shown.chain_words == "Đủ chữ ký nháy"
    with pytest.raises(ChainComplete):
        initial(cast.leader, draft, "deputy")
    assert verdict().broken_at is None


def test_an_agency_sets_who_initials_and_in_which_order(cast: Cast, draft: UUID) -> None:
    initial(cast.drafter, draft, "drafter")
    command = SetParameter("initials.chain", 0, "head_of_unit,office", "Quy chế làm việc của sở")
    parameters.set_parameter(cast.administrator, command, key=uuid4())
    assert [row.uuid for row in drafts_waiting(cast.head)] == [draft]
    assert drafts_waiting(cast.leader) == ()
    initial(cast.head, draft, "head_of_unit")
    assert [row.uuid for row in drafts_waiting(cast.clerk)] == [draft]
    initial(cast.clerk, draft, "office")
    view = draft_view(cast.leader, draft)
    assert view.shown.chain_words == "Đủ chữ ký nháy"
    assert [row.post for row in view.chain] == ["drafter", "head_of_unit", "office"]  # hers is not forgotten
    with pytest.raises(ChainComplete):
        initial(cast.leader, draft, "deputy")


def test_each_in_the_chain_is_told_when_it_is_their_turn(cast: Cast, draft: UUID) -> None:
    for (role, post), following in zip(CHAIN, ("head", "clerk", "leader"), strict=False):
        initial(getattr(cast, role), draft, post)
        told = Notice.objects.filter(officer_id=getattr(cast, following).id, kind="initial_asked")
        assert told.count() == 1


@pytest.mark.parametrize(("role", "post"), CHAIN[1:])
def test_nobody_comes_before_the_turn(cast: Cast, draft: UUID, role: str, post: str) -> None:
    with pytest.raises(NotYourTurn):
        initial(getattr(cast, role), draft, post)


@pytest.mark.parametrize(
    ("role", "post"),
    [
        ("clerk", "drafter"),
        ("drafter", "head_of_unit"),
        ("other_unit", "head_of_unit"),
        ("head", "office"),
        ("clerk", "deputy"),
        ("head", "deputy"),
    ],
)
def test_only_those_of_a_post_initial_there(cast: Cast, draft: UUID, role: str, post: str) -> None:
    with pytest.raises(NotAllowed):
        initial(getattr(cast, role), draft, post)


def test_content_and_form_are_looked_at_by_two_people(cast: Cast, draft: UUID) -> None:
    """The head of the unit is also given the office's task."""
    Position.objects.create(
        officer_id=cast.head.id, agency_id=cast.head.agency_id, role=Role.CLERK, title="Phụ trách Văn phòng"
    )
    head = actor_of_officer(Officer.objects.get(pk=cast.head.id).uuid)
    initial(cast.drafter, draft, "drafter")
    initial(head, draft, "head_of_unit")
    view = draft_view(head, draft)
    assert (view.my_post, view.two_people, view.acts[-1]) == ("office", head.name, "return")
    assert "initial" not in view.acts
    with pytest.raises(TwoPeople):
        initial(head, draft, "office")
    initial(head, draft, "office", "returned", "Sai thể thức phần nơi nhận")


def test_a_return_says_why_and_ends_the_chain(cast: Cast, draft: UUID) -> None:
    initial(cast.drafter, draft, "drafter")
    with pytest.raises(ReasonMissing):
        initial(cast.head, draft, "head_of_unit", "returned")
    initial(cast.head, draft, "head_of_unit", "returned", "Chưa có kinh phí")
    assert "Chưa có kinh phí" in Notice.objects.filter(officer_id=cast.drafter.id).latest("pk").words
    with pytest.raises(SentBack):
        initial(cast.head, draft, "head_of_unit")
    assert draft not in {row.uuid for row in drafts_waiting(cast.head)}


def test_initials_are_of_one_version(cast: Cast, draft: UUID) -> None:
    initial(cast.drafter, draft, "drafter")
    old = draft_view(cast.head, draft)
    add(cast.drafter, draft)
    with pytest.raises(NewerVersion):
        services.put_initial(
            cast.head, PutInitial(old.shown.uuid, old.chain_length, "head_of_unit", "initialled"), key=uuid4()
        )
    assert draft_view(cast.head, draft).chain[0].state == "next"
    assert draft_view(cast.head, draft, 1).chain[0].state == "done"


def test_who_initials_what_another_has_just_initialled_is_told(cast: Cast, draft: UUID) -> None:
    version = draft_view(cast.drafter, draft).shown.uuid
    initial(cast.drafter, draft, "drafter")
    with pytest.raises(StaleEdit):
        services.put_initial(cast.drafter, PutInitial(version, 0, "drafter", "initialled"), key=uuid4())


def test_those_of_another_agency_see_no_draft(cast: Cast, draft: UUID) -> None:
    file = draft_view(cast.drafter, draft).shown.file_uuid
    assert file_to_serve(cast.leader, file)
    for actor in (cast.outsider, cast.administrator):
        with pytest.raises(NotVisible):
            draft_view(actor, draft)
        with pytest.raises(NotVisible):
            file_to_serve(actor, file)
        assert drafts_waiting(actor) == ()


def test_a_clerk_begins_no_draft(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(NotAllowed):
        begin(cast.clerk, dossier.uuid)


def test_the_drafts_of_a_dossier_are_its_own(cast: Cast, dossier: DossierView, draft: UUID) -> None:
    other = make_dossier(cast.drafter)
    begin(cast.drafter, other.uuid)
    assert [row.uuid for row in drafts_of(cast.leader, dossier.uuid)] == [draft]
    assert drafts_of(cast.leader, dossier.uuid)[0].next_post == "Người soạn thảo"
