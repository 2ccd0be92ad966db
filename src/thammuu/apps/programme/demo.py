"""The whole beginning, lived through for a demo: the item of the programme, the leader's bút phê, the timetable laid
backwards, the signed plan dropped in, half of its steps behind. Through the services that people use; running it again
changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from thammuu.apps.coverage import demo as mandates
from thammuu.apps.coverage.policy import policy
from thammuu.apps.documents.queries import visible_document
from thammuu.apps.documents.reading import Claim, claim_of, read_bytes, store_reading
from thammuu.apps.documents.services import receive_document
from thammuu.apps.dossiers import demo as lives
from thammuu.apps.dossiers import queries as dossiers
from thammuu.apps.dossiers.commands import OpenDossier
from thammuu.apps.dossiers.plans.amending import ApplyAmendment, amendment, apply_amendment
from thammuu.apps.dossiers.services import create_dossier_from_reading
from thammuu.apps.drafting import demo as drafts
from thammuu.apps.files.uploads import Upload
from thammuu.apps.instruments import supplied as instruments
from thammuu.apps.journal import receipts
from thammuu.apps.organisations import clock
from thammuu.apps.organisations import demo as register
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import actor_of_officer
from thammuu.apps.programme import services
from thammuu.apps.programme.commands import (
    AddItem,
    AddProgramme,
    Instruct,
    ItemFields,
    LayOut,
    OpenFromAssignment,
    Remark,
)
from thammuu.apps.programme.queries import of_dossier
from thammuu.apps.records import demo as records
from thammuu_core.calendars import YearUnknown
from thammuu_core.errors import Refusal
from thammuu_core.plans.model import Reading as ReadPlan
from thammuu_core.rendering import to_docx

REASON = "Kế hoạch đã ký"


@dataclass(frozen=True, slots=True)
class Demo:
    """What the demo made: the dossier, its assignment where it has one, the day it is, and who can sign in."""

    dossier: UUID
    assignment: UUID | None
    today: date
    cast: tuple[register.Part, ...]
    password: str


def build(data: bytes, name: str, reading: ReadPlan | None = None) -> Demo:
    """Everything up to the simulated day; `reading` saves reading the plan again.

    Raises Told for a plan that is not taken; nothing is written then.
    """
    claim, words = claim_of(reading) if reading else read_bytes(data, name, lambda done, total: None)
    keys = lives.Keys(sha256(data).hexdigest(), name)
    days = _days(claim)
    with clock.at(days.before):
        people = {key: actor_of_officer(officer.uuid) for key, officer in register.set_up().items()}
        instruments.load()
    laid = _from_assignment(people, claim, days, keys)
    with clock.at(days.begun):
        document = receive_document(people["drafter"], Upload(name, data), key=keys.of("receive"))
        if not (row := visible_document(people["drafter"], document)).readings.exists():
            store_reading(row, claim, words)
        dossier = _with_plan(people["drafter"], laid, document, keys)
    _live(people, dossier, days.today, keys)
    if clock.simulated_on() != days.today:
        clock.declare_simulation(days.today)
    with clock.at(days.today):
        origin = of_dossier(people["drafter"], dossier)
    return Demo(dossier, origin[0] if origin else None, days.today, register.CAST, register.PASSWORD)


@dataclass(frozen=True, slots=True)
class Days:
    """The day before the plan, the day it comes, the day it is now, and the last day of all."""

    before: date
    begun: date
    today: date
    due: date


def _days(claim: Claim) -> Days:
    spans = lives.spans_of(claim)
    today = lives.half_way([due for _, due in spans]) or lives.signed(claim) or clock.today()
    begun = lives.weekday(min((start for start, _ in spans), default=today))
    last = max((due for _, due in spans), default=today)
    return Days(lives.weekday(begun - timedelta(days=1)), begun, today, last)


def _from_assignment(people: dict[str, Actor], claim: Claim, days: Days, keys: lives.Keys) -> UUID | None:
    """The dossier of the programme's item, laid out the day before; None where the plan leaves no room for that."""
    outcome = claim.get("outcome") or {}
    title = outcome.get("title") or claim.get("title") or "Văn bản cần tham mưu"
    leader = people["leader"]
    fields = ItemFields(
        title, register.BRANCH, due_on=days.due, product="Kế hoạch", submitted_to=outcome.get("issuer") or ""
    )
    try:
        with clock.at(days.before):
            item = services.add_item(
                people["clerk"], AddItem(fields, _programme(people["clerk"], days)), key=keys.of("item")
            )
            remark = Remark("Giao Chi cục tham mưu, trình đúng hạn.", leader.name, clock.today())
            services.instruct(leader, Instruct(item, 1, remark), key=keys.of("remark"))
            laid = OpenFromAssignment(item, 2, "", LayOut(None, clock.today(), days.due))
            return services.open_from_assignment(people["drafter"], laid, key=keys.of("laid"))
    except (Refusal, YearUnknown):
        return None


def _programme(clerk: Actor, days: Days) -> UUID:
    """The programme of the year, with items that nobody has begun; one for all plans of that year."""
    keys = lives.Keys("programme", str(days.due.year))
    decided = AddProgramme(f"Chương trình công tác năm {days.due.year}", days.due.year, register.PROVINCE)
    programme = services.add_programme(clerk, decided, key=keys.of("programme"))
    for number, other in enumerate(_others(days.due.year)):
        services.add_item(clerk, AddItem(other, programme), key=keys.of(f"other {number}"))
    return programme


def _others(year: int) -> tuple[ItemFields, ...]:
    return (
        ItemFields(
            "Đề án chuyển đổi số của ngành khoa học và công nghệ",
            lead=register.SCIENCE,
            due_on=date(year, 11, 30),
            submitted_to=register.PROVINCE,
            product="Đề án",
        ),
        ItemFields(
            "Báo cáo kết quả thực hiện Chương trình quốc gia về năng suất, chất lượng",
            lead=register.BRANCH,
            due_on=date(year, 12, 15),
            product="Báo cáo",
        ),
    )


def _with_plan(drafter: Actor, laid: UUID | None, document: UUID, keys: lives.Keys) -> UUID:
    """The signed plan over the laid steps, every line that it changes; or the dossier that is made of it."""
    if laid is None:
        return create_dossier_from_reading(drafter, OpenDossier(document), key=keys.of("open"))
    if receipts.answered(drafter.uuid, keys.of("drop in")) is None:
        changes = amendment(drafter, laid, document)
        if lines := tuple(line.id for line in changes.lines if not line.warning):
            command = ApplyAmendment(laid, document, changes.seal, lines, REASON)
            apply_amendment(drafter, command, key=keys.of("drop in"))
    return laid


def _live(people: dict[str, Actor], dossier: UUID, today: date, keys: lives.Keys) -> None:
    """Half of the steps, what is written down around them, what is drafted and held against its mandates; once."""
    drafter = people["drafter"]
    if receipts.answered(drafter.uuid, keys.of(mandates.LAST)) is None:
        with clock.at(today):
            stage = lives.Stage(dossiers.dossier_view(drafter, dossier), today)
        kept = records.records_kept(stage, records.People(drafter, people["other_unit"]), keys)
        drafted = drafts.drafts_lived(stage, drafts.Chain(drafter, people["head"]), _drafted, keys)
        answered = mandates.mandates_answered(stage, drafter, keys)
        lives.play((*lives.steps_lived(stage, drafter, people["head"]), *kept, *drafted, *answered), keys)


def _drafted(day: date) -> drafts.Drafted:
    """The policy, at first without its annexes."""
    whole = policy(day)
    return drafts.Drafted(whole.kind, whole.subject, to_docx(replace(whole, annexes=())), to_docx(whole))
