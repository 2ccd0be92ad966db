"""Reads of the register: the list, one document, what it says of citations, what documents demand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from thammuu.apps.instruments import policies, wording
from thammuu.apps.instruments.access import instrument_to_keep, item_to_keep
from thammuu.apps.instruments.lookup import alike, candidates, key_of, ref_of, registered
from thammuu.apps.instruments.mandates import clashes, holding, item_row
from thammuu.apps.instruments.models import (
    Certainty,
    Instrument,
    InstrumentEdition,
    InstrumentLink,
    MandateItem,
    Relation,
    called,
)
from thammuu.apps.instruments.rows import (
    Clash,
    EditionRow,
    InstrumentRef,
    InstrumentRow,
    InstrumentView,
    ItemRow,
    Judgement,
)
from thammuu.apps.instruments.writing import said_of
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.directory.paging import Page, page_of
from thammuu.apps.organisations.refusals import visible
from thammuu_core.citations import Citation
from thammuu_core.citations.judging import Registered, State, Verdict
from thammuu_core.citations.judging import judge as held_against
from thammuu_core.text import fold
from thammuu_core.text.first_letter import capital_first

HOLDS, NOT_YET, EXPIRED, UNKNOWN = "holds", "not_yet", "expired", "unknown"
_FIELDS = {
    "kind": "loại",
    "symbol": "số, ký hiệu",
    "issued_on": "ngày ban hành",
    "issuer": "cơ quan ban hành",
    "subject": "trích yếu",
    "in_force_from": "có hiệu lực từ",
    "in_force_to": "có hiệu lực đến hết",
    "replaced_by": "được thay thế bởi",
    "amended_by": "được sửa đổi bởi",
    "source": "nguồn",
    "certainty": "mức tin cậy",
}


def may_keep(actor: Actor) -> bool:
    """Whether to offer entering and correcting."""
    return policies.may_keep(actor)


def may_accept(actor: Actor) -> bool:
    """Whether to offer taking in what is cited."""
    return policies.may_accept(actor)


def nothing_yet(actor: Actor, _: UUID | None = None) -> None:
    """For the form that enters a document, refused as the service would: NotAllowed."""
    policies.check_may_keep(actor)


def instrument_to_correct(actor: Actor, uuid: UUID) -> InstrumentView:
    """The document for the forms that change it, refused as the services would: NotVisible, NotAllowed."""
    instrument_to_keep(actor, uuid)
    return instrument_view(actor, uuid)


def item_to_correct(actor: Actor, uuid: UUID) -> ItemRow:
    """The item for the forms that correct it, refused as the service would: NotVisible, NotAllowed."""
    return item_row(item_to_keep(actor, uuid))


def document_of(subject: InstrumentView | ItemRow | None) -> InstrumentRef | None:
    """The document that the subject of a form is or belongs to; None for what is only to be entered."""
    if isinstance(subject, InstrumentView):
        return InstrumentRef(subject.row.uuid, subject.row.called, subject.row.subject)
    return subject.instrument if subject else None


def kinds(_: Actor) -> tuple[str, ...]:
    """The kinds of document in the register, to choose from."""
    return tuple(Instrument.objects.order_by("kind").values_list("kind", flat=True).distinct())


def instruments(
    _: Actor, words: str = "", *, force: str = "", kind: str = "", certainty: str = "", page: int = 1
) -> Page[InstrumentRow]:
    """One page of the register, the newest first; every word must occur, marks aside; `force` is that of today."""
    today = clock.today()
    found = _in_force(Instrument.objects.all(), force, today)
    if kind:
        found = found.filter(kind=kind)
    if certainty:
        found = found.filter(certainty=certainty)
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    newest = found.order_by(Coalesce("issued_on", date.min).desc(), "-pk")
    shown = page_of(newest, page)
    return Page(tuple(_row(one, today) for one in shown.rows), shown.total, shown.number)


def instrument_view(actor: Actor, uuid: UUID) -> InstrumentView:
    """One document whole. Raises NotVisible."""
    one = visible(_with_everything().filter(uuid=uuid).first())
    items = tuple(map(item_row, holding(one.items.all())))
    return InstrumentView(
        row=_row(one, clock.today()),
        version=one.version,
        said=said_of(one),
        source=one.source,
        replaced_by=_linked(one.followed.all(), Relation.REPLACES, "later"),
        replaces=_linked(one.follows.all(), Relation.REPLACES, "earlier"),
        amended_by=_linked(one.followed.all(), Relation.AMENDS, "later"),
        amends=_linked(one.follows.all(), Relation.AMENDS, "earlier"),
        items=items,
        clashes=_clashes_of(one, items),
        editions=_editions(one.editions.all()),
        may_keep=policies.may_keep(actor),
    )


def judge(_: Actor, citations: Sequence[Citation], on: date) -> tuple[Judgement, ...]:
    """What the register says of each citation on that day, in at most three queries, in the order given.

    The register is everyone's; the actor stands here because every read names who asks.
    """
    rows = candidates(citations)
    verdicts = _verdicts(citations, rows, on)
    if lost := [one for one, verdict in zip(citations, verdicts, strict=True) if verdict.found is None]:
        rows = [*{one.pk: one for one in (*rows, *alike(lost))}.values()]
        near = dict(zip(map(id, lost), _whole_verdicts(lost, rows, on), strict=True))
        verdicts = [near.get(id(one), old) for one, old in zip(citations, verdicts, strict=True)]
    by_id = {str(one.uuid): one for one in rows}
    ended = [by_id[one.found.id].pk for one in verdicts if one.found and one.state is State.EXPIRED]
    later = _later(ended) if ended else {}
    return tuple(_judgement(one, by_id, later, on) for one in verdicts)


def mandate_items(_: Actor, instruments: Iterable[UUID] | None = None) -> tuple[ItemRow, ...]:
    """What these documents demand, or all of them, in the order of the documents and of their items."""
    items = holding()
    if instruments is not None:
        items = items.filter(instrument__uuid__in=list(instruments))
    return tuple(map(item_row, items.order_by("instrument__issued_on", "instrument_id", "position", "pk")))


def mandate_clashes(actor: Actor, instruments: Iterable[UUID] | None = None) -> tuple[Clash, ...]:
    """Measures for which those documents set different values for the same years."""
    return tuple(clashes(mandate_items(actor, instruments)))


def _in_force(found: QuerySet[Instrument], force: str, on: date) -> QuerySet[Instrument]:
    begun = Q(in_force_from__lte=on) | Q(in_force_from=None, issued_on__lte=on)
    ended = Q(in_force_to__lt=on)
    if force == HOLDS:
        return found.filter(begun).exclude(in_force_to__lt=on)
    if force == NOT_YET:
        return found.filter(Q(in_force_from__gt=on) | Q(in_force_from=None, issued_on__gt=on))
    return found.filter(ended) if force == EXPIRED else found


def _force(one: Instrument, on: date) -> str:
    """As `_in_force`, of a row at hand."""
    begins = one.in_force_from or one.issued_on
    if one.in_force_to and one.in_force_to < on:
        return EXPIRED
    if begins is None:
        return UNKNOWN
    return NOT_YET if on < begins else HOLDS


def _row(one: Instrument, on: date) -> InstrumentRow:
    return InstrumentRow(
        uuid=one.uuid,
        called=called(one.kind, one.symbol, one.subject),
        subject=one.subject,
        issued_on=one.issued_on,
        issuer=one.issuer,
        in_force_from=one.in_force_from,
        in_force_to=one.in_force_to,
        force=_force(one, on),
        certainty=one.certainty,
        certainty_words=one.get_certainty_display(),
    )


def _with_everything() -> QuerySet[Instrument]:
    return Instrument.objects.prefetch_related(
        Prefetch("followed", InstrumentLink.objects.select_related("later")),
        Prefetch("follows", InstrumentLink.objects.select_related("earlier")),
        Prefetch("editions", InstrumentEdition.objects.select_related("by")),
    )


def _linked(links: Iterable[InstrumentLink], relation: Relation, side: str) -> tuple[InstrumentRef, ...]:
    return tuple(ref_of(getattr(link, side)) for link in links if link.relation == relation)


def _clashes_of(one: Instrument, items: tuple[ItemRow, ...]) -> tuple[Clash, ...]:
    """Where others demand something else of what this one measures."""
    measures = {item.measure for item in items if item.measure and item.values}
    if not measures:
        return ()
    others = holding(MandateItem.objects.filter(measure__in=measures).exclude(instrument=one))
    return tuple(clashes([*items, *map(item_row, others)]))


def _editions(editions: Iterable[InstrumentEdition]) -> tuple[EditionRow, ...]:
    rows, before = [], None
    for one in editions:
        changed = tuple(_changed(before.values, one.values)) if before else ()
        by = one.by.full_name if one.by else ""
        rows.append(EditionRow(one.number, one.get_origin_display(), one.reason, by, one.at, changed))
        before = one
    return tuple(reversed(rows))


def _changed(before: dict[str, object], after: dict[str, object]) -> Iterable[tuple[str, str, str]]:
    for field, words in _FIELDS.items():
        if before.get(field) != after.get(field):
            yield words, _shown(field, before.get(field)), _shown(field, after.get(field))


def _shown(field: str, value: object) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if value and field in ("issued_on", "in_force_from", "in_force_to"):
        return f"{date.fromisoformat(str(value)):%d/%m/%Y}"
    return Certainty(value).label if field == "certainty" and value else str(value or "")


def _verdicts(citations: Sequence[Citation], rows: Sequence[Instrument], on: date) -> list[Verdict]:
    """Each against those of its own key only, so that the work grows with their number and not with its square."""
    by_key: dict[str, list[Registered]] = {}
    for row in rows:
        for key in {row.symbol_key, row.name_key} - {""}:
            by_key.setdefault(key, []).append(registered(row))
    return [held_against(one, by_key.get(key_of(one), ()), on) for one in citations]


def _whole_verdicts(citations: Sequence[Citation], rows: Sequence[Instrument], on: date) -> list[Verdict]:
    among = [registered(row) for row in rows]
    return [held_against(one, among, on) for one in citations]


def _later(ended: list[int]) -> dict[str, tuple[InstrumentRef, ...]]:
    """What replaced each, by its uuid as text."""
    links = InstrumentLink.objects.filter(earlier_id__in=ended, relation=Relation.REPLACES)
    found: dict[str, tuple[InstrumentRef, ...]] = {}
    for link in links.select_related("earlier", "later"):
        earlier = str(link.earlier.uuid)
        found[earlier] = (*found.get(earlier, ()), ref_of(link.later))
    return found


def _judgement(
    verdict: Verdict, by_id: dict[str, Instrument], later: dict[str, tuple[InstrumentRef, ...]], on: date
) -> Judgement:
    near = tuple(ref_of(by_id[one.id]) for one in verdict.near)
    words = wording.unknown(tuple(one.called for one in near))
    instrument, replaced_by = None, ()
    if verdict.found is not None:
        row = by_id[verdict.found.id]
        instrument, replaced_by = ref_of(row), later.get(verdict.found.id, ())
        force = wording.found(
            verdict.state,
            row.in_force_from or row.issued_on,
            row.in_force_to,
            on,
            tuple(one.called for one in replaced_by),
            row.certainty,
        )
        differing = wording.differences(verdict.differing)
        words = " ".join(filter(None, (differing and f"{capital_first(differing)}.", force)))
    return Judgement(
        state=verdict.state.value,
        state_words=wording.STATES[verdict.state],
        instrument=instrument,
        differing=verdict.differing,
        replaced_by=replaced_by,
        near=near,
        words=words,
    )
