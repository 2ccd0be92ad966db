"""Rules about people hold for anyone, and the queryset says the same as the rule."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from support.cast import Cast
from thammuu.apps.documents.policies import visible_documents
from thammuu.apps.dossiers import policies
from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.dossiers.policies import Ownership
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role

ids = st.integers(1, 4)
actors = st.builds(
    Actor,
    id=ids,
    uuid=st.just(UUID(int=0)),
    name=st.just(""),
    agency_id=ids,
    agency_uuid=st.just(UUID(int=0)),
    agency_name=st.just(""),
    roles=st.frozensets(st.sampled_from([role.value for role in Role])),
    unit_ids=st.frozensets(ids),
)
owned = st.builds(Ownership, agency_id=ids, unit_id=st.none() | ids, drafter_id=ids)


@given(actors, owned, st.frozensets(ids))
def test_who_may_act_may_see(actor: Actor, dossier: Ownership, leads: frozenset[int]) -> None:
    if policies.may_record(actor, dossier, leads) or policies.may_decide(actor, dossier):
        assert policies.may_view(actor, dossier)


@given(actors, owned, st.frozensets(ids))
def test_nobody_of_another_agency_may_do_anything(
    actor: Actor, dossier: Ownership, leads: frozenset[int]
) -> None:
    if actor.agency_id != dossier.agency_id:
        assert not policies.may_view(actor, dossier)
        assert not policies.may_record(actor, dossier, leads)
        assert not policies.may_decide(actor, dossier)


@given(actors, owned, st.frozensets(ids), st.frozensets(ids))
def test_more_lead_units_never_take_a_right_away(
    actor: Actor, dossier: Ownership, some: frozenset[int], more: frozenset[int]
) -> None:
    if policies.may_record(actor, dossier, some):
        assert policies.may_record(actor, dossier, some | more)


def test_a_head_records_only_for_the_own_unit() -> None:
    head = Actor(7, UUID(int=0), "", 1, UUID(int=0), "", frozenset([Role.HEAD_OF_UNIT.value]), frozenset([2]))
    theirs, own = (
        Ownership(agency_id=1, unit_id=3, drafter_id=1),
        Ownership(agency_id=1, unit_id=2, drafter_id=1),
    )
    assert not policies.may_record(head, theirs, frozenset())
    assert not policies.may_record(head, theirs, frozenset([3]))
    assert policies.may_record(head, theirs, frozenset([2]))
    assert policies.may_record(head, own, frozenset())
    assert [policies.may_decide(head, dossier) for dossier in (theirs, own)] == [False, True]


def test_the_queryset_shows_exactly_what_the_rule_allows(
    cast: Cast, dossier: DossierView, foreign_dossier: DossierView
) -> None:
    for role, actor in cast:
        shown = set(policies.visible_dossiers(actor))
        assert shown == {
            row for row in Dossier.objects.all() if policies.may_view(actor, Ownership.of(row))
        }, role
        assert visible_documents(actor).count() == len(shown), role
