"""What documents demand, and where they demand different things of one measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from thammuu.apps.instruments.lookup import ref_of
from thammuu.apps.instruments.models import MandateItem
from thammuu.apps.instruments.rows import Clash, ItemRow
from thammuu.apps.instruments.yearly import from_json, yearly_words
from thammuu_core import indicators


def holding(items: QuerySet[MandateItem] | None = None) -> QuerySet[MandateItem]:
    """Items that hold now: neither corrected by another nor withdrawn."""
    rows = MandateItem.objects.all() if items is None else items
    return rows.filter(corrected_by=None, withdrawn=False).select_related("instrument")


def item_row(item: MandateItem) -> ItemRow:
    """The row for screens."""
    values = tuple(from_json(item.values))
    return ItemRow(
        uuid=item.uuid,
        kind=item.kind,
        kind_words=item.get_kind_display(),
        words=item.words,
        where=item.where,
        measure=item.measure,
        unit=item.unit,
        baseline=item.baseline,
        values=values,
        values_words=yearly_words(values),
        period=item.period,
        certainty=item.certainty,
        certainty_words=item.get_certainty_display(),
        source=item.source,
        instrument=ref_of(item.instrument),
    )


def clashes(items: Iterable[ItemRow]) -> Iterator[Clash]:
    """Measures for which two documents set different values for years they share; pure."""
    given = tuple(item for item in items if item.measure and item.values)
    for found in indicators.clashes(map(target_of, given)):
        yield Clash(found.measure, found.unit, tuple(given[place] for place in found.places))


def target_of(item: ItemRow) -> indicators.Target:
    """The item as a value; its mandate is the document itself, whatever it is called."""
    return indicators.Target(
        measure=item.measure,
        unit=item.unit,
        baseline=item.baseline,
        values=item.values,
        mandate=str(item.instrument.uuid),
    )
