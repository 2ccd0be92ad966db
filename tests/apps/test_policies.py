"""Rules about people hold for anyone, and the queryset says the same as the rule."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.cast import Cast
from thammuu.apps.documents.policies import visible_documents
from thammuu.apps.dossiers import policies
from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.dossiers.policies import Ownership, Tenure
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
tenures = st.builds(
    Tenure,
    dossier=owned,
    lead_unit_ids=st.frozensets(ids),
    holder_unit_id=st.none() | ids,
    holder_officer_id=st.none() | ids,
)
substituted = st.builds(
    lambda actor, absent: replace(actor, in_place_of=(replace(absent, agency_id=actor.agency_id),)),
    actors,
    actors,
)
anyone = actors | substituted


@given(anyone, tenures)
def test_who_may_act_may_see(actor: Actor, step: Tenure) -> None:
    acts = (
        policies.may_record(actor, step),
        policies.may_manage(actor, step.dossier),
        policies.may_grant(actor, step.dossier),
        policies.may_decide(actor, step.dossier),
    )
    assert policies.may_view(actor, step.dossier) or not any(acts)


@given(anyone, tenures)
def test_nobody_of_another_agency_may_do_anything(actor: Actor, step: Tenure) -> None:
    if actor.agency_id != step.dossier.agency_id:
        assert not policies.may_view(actor, step.dossier)
        assert not policies.may_record(actor, step)
        assert not policies.may_manage(actor, step.dossier)
        assert not policies.may_decide(actor, step.dossier)


@given(anyone, tenures, st.frozensets(ids))
def test_more_lead_units_never_take_a_right_away(actor: Actor, step: Tenure, more: frozenset[int]) -> None:
    if policies.may_record(actor, step):
        assert policies.may_record(actor, replace(step, lead_unit_ids=step.lead_unit_ids | more))


@given(anyone, tenures)
def test_who_keeps_the_dossier_records_every_step_of_it(actor: Actor, step: Tenure) -> None:
    if policies.may_manage(actor, step.dossier):
        assert policies.may_record(actor, step)


@given(actors, actors, tenures)
def test_a_substitute_may_what_both_may_and_sees_no_more(actor: Actor, absent: Actor, step: Tenure) -> None:
    absent = replace(absent, agency_id=actor.agency_id)
    both = replace(actor, in_place_of=(absent,))
    assert policies.may_view(both, step.dossier) == policies.may_view(actor, step.dossier)
    if policies.may_view(actor, step.dossier):
        either = policies.may_record(actor, step) or policies.may_record(
            replace(absent, roles=absent.roles | {Role.CLERK}), step
        )
        assert policies.may_record(both, step) == either


def test_a_head_records_only_for_the_own_unit() -> None:
    head = Actor(7, UUID(int=0), "", 1, UUID(int=0), "", frozenset([Role.HEAD_OF_UNIT.value]), frozenset([2]))
    theirs, own = (
        Ownership(agency_id=1, unit_id=3, drafter_id=1),
        Ownership(agency_id=1, unit_id=2, drafter_id=1),
    )
    assert not policies.may_record(head, Tenure(theirs))
    assert not policies.may_record(head, Tenure(theirs, frozenset([3])))
    assert policies.may_record(head, Tenure(theirs, frozenset([2])))
    assert policies.may_record(head, Tenure(own))
    assert [policies.may_decide(head, dossier) for dossier in (theirs, own)] == [False, True]


@pytest.mark.parametrize(
    ("tenure", "may"),
    [
        ({}, False),
        ({"holder_officer_id": 7}, True),
        ({"holder_officer_id": 8}, False),
        ({"holder_unit_id": 2}, True),
        ({"holder_unit_id": 3}, False),
    ],
)
def test_who_has_a_step_records_it(tenure: dict[str, int], may: bool) -> None:
    drafter = Actor(7, UUID(int=0), "", 1, UUID(int=0), "", frozenset([Role.DRAFTER.value]), frozenset([2]))
    theirs = Ownership(agency_id=1, unit_id=3, drafter_id=1)
    assert policies.may_record(drafter, Tenure(theirs, **tenure)) is may


def test_the_queryset_shows_exactly_what_the_rule_allows(
    cast: Cast, dossier: DossierView, foreign_dossier: DossierView
) -> None:
    for role, actor in cast:
        shown = set(policies.visible_dossiers(actor))
        assert shown == {
            row for row in Dossier.objects.all() if policies.may_view(actor, Ownership.of(row))
        }, role
        assert visible_documents(actor).count() == len(shown), role
