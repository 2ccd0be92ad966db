"""What a step says, field by field: read as `StepChange` writes it, set from there, and the change as a row."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from thammuu.apps.dossiers import derived
from thammuu.apps.dossiers.acting.laying import set_owners, written
from thammuu.apps.dossiers.models import ExtensionDecision, Part, Step, StepChange
from thammuu.apps.dossiers.reckoning.times import day_read, day_told
from thammuu.apps.dossiers.refusals import PartBehindWhole, ValueNotTaken
from thammuu.apps.organisations.actors import Actor
from thammuu_core.plans.model import WhenKind

_OWNERS = {"lead": Part.LEAD, "coordinating": Part.COORDINATING}
_LISTS = (*_OWNERS, "products")
CORRECTABLE = ("text", "when", "lead", "coordinating", "condition", "products", "report_to")
"""Fields of a step that people correct and confirm."""


def value_of(step: Step, field: str) -> Any:
    """The field's value now, as plain JSON: texts, lists of texts, and of a time its words, kind and days."""
    if field in _OWNERS:
        owners = step.owners.filter(part=_OWNERS[field]).order_by("position")
        return list(owners.values_list("as_written", flat=True))
    if field == "when":
        return {
            "as_written": step.when_as_written,
            "kind": step.when_kind,
            "start": day_told(step.starts_on),
            "end": day_told(step.ends_on),
            "strict": step.strict,
        }
    value = getattr(step, field)
    return list(value) if field == "products" else value


def checked(field: str, value: Any) -> Any:
    """The value as `StepChange` writes it. Raises ValueNotTaken for what cannot be one."""
    if field not in CORRECTABLE:
        raise ValueNotTaken(f"Không sửa được mục “{field}” của bước.")
    if field == "when":
        return _when(value)
    if field in _LISTS:
        return _texts(value)
    text = _text(value)
    if field == "text" and not text:
        raise ValueNotTaken("Cần ghi nội dung của bước.")
    return text


def set_value(step: Step, field: str, value: Any) -> None:
    """Make a checked value the field's; a person wrote it, so it is confirmed and nothing inherited."""
    if field in _OWNERS:
        set_owners(step, _OWNERS[field], written(value, step.dossier.agency_id))
    elif field == "when":
        _set_when(step, value)
    else:
        setattr(step, field, value)
    step.inherited = [name for name in step.inherited if name != field]
    step.confirmed = confirmed_with(step, (field,))
    step.save()


def check_inside_whole(step: Step, due: date | None) -> None:
    """A part does not end behind the step it is a part of. Raises PartBehindWhole."""
    whole = step.parent
    if whole is not None and due and whole.due_on and due > whole.due_on:
        raise PartBehindWhole(due, whole.where, whole.due_on)


def confirmed_with(step: Step, fields: tuple[str, ...]) -> list[str]:
    """The confirmed fields and these, each once, in the order in which a step is shown."""
    said = {*step.confirmed, *fields}
    return [field for field in CORRECTABLE if field in said]


def add(
    actor: Actor,
    step: Step,
    field: str,
    before: Any,
    at: datetime,
    *,
    reason: str,
    decision: ExtensionDecision | None = None,
) -> StepChange:
    """The change from `before` to what the step says now, as a row."""
    return StepChange.objects.create(
        step=step,
        field=field,
        before=before,
        after=value_of(step, field),
        decision=decision,
        reason=reason.strip(),
        made_by_id=actor.id,
        made_at=at,
    )


def _when(value: Any) -> dict[str, Any]:
    try:
        start, end = day_read(value["start"]), day_read(value["end"])
        kind, words, strict = WhenKind(value["kind"]), _text(value["as_written"]), bool(value["strict"])
    except (KeyError, TypeError, ValueError):
        raise ValueNotTaken("Thời hạn ghi không đúng. Hãy ghi loại thời hạn và các ngày.") from None
    if start and end and end < start:
        raise ValueNotTaken(f"Ngày kết thúc {end:%d/%m/%Y} trước ngày bắt đầu {start:%d/%m/%Y}.")
    return {
        "as_written": words,
        "kind": kind.value,
        "start": day_told(start),
        "end": day_told(end),
        "strict": strict,
    }


def _set_when(step: Step, value: dict[str, Any]) -> None:
    step.when_as_written, step.when_kind = value["as_written"], value["kind"]
    step.starts_on, step.ends_on = day_read(value["start"]), day_read(value["end"])
    step.strict = value["strict"]
    derived.set_due([step])


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueNotTaken("Mục này là một đoạn chữ.")
    return value.strip()


def _texts(value: Any) -> list[str]:
    if not isinstance(value, list | tuple):
        raise ValueNotTaken("Mục này là một danh sách.")
    return [text for one in value if (text := _text(one))]
