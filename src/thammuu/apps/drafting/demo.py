"""The draft of a demo's dossier: a first version sent back, a second on its way up the chain, a letter composed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from thammuu.apps.dossiers.demo import Keys, Scene, Stage, weekday
from thammuu.apps.drafting import services
from thammuu.apps.drafting.commands import AddVersion, BeginDraft, ComposeDraft, PutInitial
from thammuu.apps.drafting.models import InitialAct, Post
from thammuu.apps.drafting.queries import draft_view
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal import receipts
from thammuu.apps.organisations.actors import Actor

LAST = "letter initialled"
"""The scene after which there is no other."""
_LETTER = "cong-van-xin-y-kien"
_LACKING = "Đề nghị bổ sung phụ lục phân công nhiệm vụ và kinh phí trước khi trình."
_ADDED = "Bổ sung phụ lục phân công nhiệm vụ, kinh phí theo ý kiến của Chi cục trưởng."


@dataclass(frozen=True, slots=True)
class Drafted:
    """What the demo drafts: its kind and title, and its Word file without and with its annexes."""

    kind: str
    title: str
    first: bytes
    second: bytes


@dataclass(frozen=True, slots=True)
class Chain:
    """Who drafts, and who initials first."""

    drafter: Actor
    head: Actor


def drafts_lived(
    stage: Stage, people: Chain, drafted: Callable[[date], Drafted], keys: Keys
) -> Iterator[Scene]:
    """The scenes, on the last working days before today."""
    begun, sent = weekday(stage.today - timedelta(days=6)), stage.yesterday
    paper, drafter = drafted(begun), people.drafter

    def begin(key: UUID) -> UUID:
        command = BeginDraft(
            stage.view.uuid, paper.kind, paper.title, Upload("du-thao-lan-1.docx", paper.first)
        )
        return services.begin_draft(drafter, command, key=key)

    def add(key: UUID) -> UUID:
        draft = _made(drafter, keys, "draft")
        command = AddVersion(draft, 1, Upload("du-thao-lan-2.docx", paper.second), _ADDED)
        return services.add_version(drafter, command, key=key)

    def letter(key: UUID) -> UUID:
        return services.compose_draft(
            drafter, ComposeDraft(stage.view.uuid, _LETTER, _asking(stage)), key=key
        )

    def initial(
        actor: Actor, name: str, day: date, of: str, post: Post, remark: str = "", back: bool = False
    ) -> Scene:
        def act(key: UUID) -> UUID:
            view = draft_view(actor, _made(drafter, keys, of))
            done = InitialAct.RETURNED if back else InitialAct.INITIALLED
            command = PutInitial(view.shown.uuid, view.chain_length, post, done, remark)
            return services.put_initial(actor, command, key=key)

        return Scene(day, actor, name, act)

    yield Scene(begun, drafter, "draft", begin)
    yield initial(drafter, "first initialled", begun, "draft", Post.DRAFTER)
    yield initial(people.head, "first returned", begun, "draft", Post.HEAD_OF_UNIT, _LACKING, back=True)
    yield Scene(sent, drafter, "second version", add)
    yield initial(drafter, "second initialled", sent, "draft", Post.DRAFTER)
    yield initial(people.head, "second agreed", sent, "draft", Post.HEAD_OF_UNIT, "Nhất trí nội dung.")
    yield Scene(sent, drafter, "letter", letter)
    yield initial(drafter, LAST, sent, "letter", Post.DRAFTER)


def _made(drafter: Actor, keys: Keys, name: str) -> UUID:
    """The draft that an earlier scene began."""
    draft = receipts.answered(drafter.uuid, keys.of(name))
    assert draft
    return draft


def _asking(stage: Stage) -> UUID | None:
    """The step in which others are asked for their opinion, if the plan has one to come."""
    coming = (step for step in stage.view.steps if step.when.due_on and step.when.due_on >= stage.today)
    return next((step.uuid for step in coming if "ý kiến" in step.text), None)
