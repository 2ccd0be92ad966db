"""What documents demand, and where they demand different things of one measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from django.db.models import QuerySet

from thammuu.apps.instruments.lookup import ref_of
from thammuu.apps.instruments.models import MandateItem
from thammuu.apps.instruments.rows import Clash, ItemRow
from thammuu.apps.instruments.yearly import Yearly, from_json, yearly_words
from thammuu_core.text import fold


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
    """Measures for which two documents set different values for years they share; pure.

    What differs is a fact of the documents; which of them a plan follows is for a person to say.
    """
    by_measure: dict[tuple[str, str], list[ItemRow]] = defaultdict(list)
    for item in items:
        if item.measure and item.values:
            by_measure[fold(item.measure), fold(item.unit)].append(item)
    for same in by_measure.values():
        pairs = [pair for pair in combinations(same, 2) if _clash(*pair)]
        if pairs:
            concerned = {item.uuid for pair in pairs for item in pair}
            yield Clash(same[0].measure, same[0].unit, tuple(item for item in same if item.uuid in concerned))


def _clash(one: ItemRow, other: ItemRow) -> bool:
    if one.instrument.uuid == other.instrument.uuid:
        return False
    return any(_differ(first, second) for first in one.values for second in other.values)


def _differ(one: Yearly, other: Yearly) -> bool:
    share = one.first <= other.last and other.first <= one.last
    return share and (one.sign, one.least, one.most) != (other.sign, other.least, other.most)
