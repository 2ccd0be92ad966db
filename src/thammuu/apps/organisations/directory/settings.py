"""The first page of administration, and the parameters of the agency."""

from __future__ import annotations

from thammuu.apps.organisations import absences, clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.agencies import may_edit_register
from thammuu.apps.organisations.directory.rows import Overview, ParameterRow
from thammuu.apps.organisations.models import Agency, Contact, ParameterSetting, Position, Unit
from thammuu.apps.organisations.parameters import Parameter, newest, parameters
from thammuu.apps.organisations.refusals import NotVisible
from thammuu.apps.organisations.units import check_may_administer


def overview(actor: Actor) -> Overview:
    """What there is to look after. Raises NotVisible for anyone but an administrator."""
    check_may_administer(actor)
    today = clock.today()
    held = Position.objects.on(today).filter(agency_id=actor.agency_id)
    return Overview(
        agencies=Agency.objects.on(today).count(),
        units=Unit.objects.on(today).filter(agency_id=actor.agency_id).count(),
        officers=held.values("officer_id").distinct().count(),
        away=absences.in_force(today).filter(agency_id=actor.agency_id).count(),
        contacts=Contact.objects.on(today).filter(kept_by_id=actor.agency_id).count(),
        own_parameters=sum(bool(row.value) for row in newest(actor.agency_id).values()),
        may_edit_register=may_edit_register(actor),
    )


def parameter_groups(actor: Actor) -> dict[str, list[ParameterRow]]:
    """Every parameter with what holds, by group."""
    check_may_administer(actor)
    own = newest(actor.agency_id)
    groups: dict[str, list[ParameterRow]] = {}
    for parameter in parameters().values():
        groups.setdefault(parameter.group, []).append(_parameter_row(parameter, own.get(parameter.key)))
    return groups


def parameter_view(actor: Actor, key: str) -> tuple[ParameterRow, tuple[ParameterRow, ...]]:
    """One parameter as it is, and every setting it had, the newest first. Raises NotVisible."""
    check_may_administer(actor)
    if (parameter := parameters().get(key)) is None:
        raise NotVisible
    made = ParameterSetting.objects.filter(agency_id=actor.agency_id, key=key).select_related("set_by")
    history = tuple(_parameter_row(parameter, row) for row in made.order_by("-number"))
    return (history[0] if history else _parameter_row(parameter, None)), history


def _parameter_row(parameter: Parameter, row: ParameterSetting | None) -> ParameterRow:
    own = bool(row and row.value)
    usual = parameter.words(parameter.usual)
    return ParameterRow(
        parameter,
        _own_words(parameter, row.value) if row and row.value else usual,
        usual,
        own,
        row.number if row else 0,
        row.value if row and row.value else str(parameter.usual),
        row.reason if row else "",
        row.set_by.full_name if row else "",
        row.set_at if row else None,
    )


def _own_words(parameter: Parameter, value: str) -> str:
    """A value that the tables no longer allow is shown as it was written."""
    try:
        return parameter.words(parameter.read(value))
    except ValueError:
        return value
