"""Whoever has a step, and the drafter, are told when what it says is changed by somebody else."""

from __future__ import annotations

from uuid import uuid4

from support.builders import start, step_of
from support.cast import Cast
from thammuu.apps.dossiers import services
from thammuu.apps.dossiers.commands import AddStep, CorrectStep, NewStep
from thammuu.apps.dossiers.lists.own import officers_of
from thammuu.apps.dossiers.models import Step
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.notifications.models import Kind, Notice
from thammuu.apps.notifications.recipients import people_of
from thammuu.apps.organisations.models import Position, Role, Unit


def told(officer_id: int) -> list[str]:
    """What the officer was told of changes."""
    rows = Notice.objects.filter(officer_id=officer_id, kind=Kind.CHANGED)
    return [row.words for row in rows.order_by("pk")]


def test_the_drafter_and_the_holder_are_told_of_a_correction_and_the_corrector_is_not(
    cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, dossier.steps[0])
    step = step_of(cast.head, dossier, 1)
    command = CorrectStep(step.uuid, step.version, "text", "Nghiên cứu văn bản mới", "Đọc sai")
    services.correct_step(cast.head, command, key=uuid4())
    (words,) = told(cast.drafter.id)
    assert "Nghiên cứu văn bản mới" in words
    assert told(cast.head.id) == []


def test_those_who_answer_for_a_unit_are_told_of_a_step_that_was_added_for_it(
    cast: Cast, dossier: DossierView
) -> None:
    new = NewStep("Bổ sung phụ lục", lead_words=cast.other_unit.unit_names)
    services.add_step(cast.drafter, AddStep(dossier.uuid, new, "hand", "Phát sinh"), key=uuid4())
    assert any("Bổ sung phụ lục" in words for words in told(cast.other_unit.id))
    assert told(cast.drafter.id) == []


def test_what_lies_with_a_renamed_unit_is_told_to_those_of_the_unit_in_its_place(
    cast: Cast, dossier: DossierView
) -> None:
    old = Unit.objects.get(pk=cast.other_unit.own_unit_id)
    new = Unit.objects.create(agency=old.agency, name="Phòng Khoa học và Đổi mới sáng tạo")
    Unit.objects.filter(pk=old.pk).update(successor=new)
    Position.objects.filter(officer_id=cast.other_unit.id).update(unit=new)
    assert people_of((old.pk,)) == {old.pk: (cast.other_unit.id,)}


def test_who_only_looks_after_the_system_is_told_no_contents(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[0])
    Position.objects.filter(officer_id=cast.drafter.id).update(role=Role.ADMINISTRATOR)
    step = step_of(cast.head, dossier, 1)
    command = CorrectStep(step.uuid, step.version, "text", "Nghiên cứu văn bản mới", "Đọc sai")
    services.correct_step(cast.head, command, key=uuid4())
    assert told(cast.drafter.id) == []
    row = Step.objects.select_related("dossier").prefetch_related("owners").get(uuid=step.uuid)
    assert cast.drafter.id not in officers_of([row])[row.pk]
