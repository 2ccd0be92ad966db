"""Acts, each on a page of its own: the row that says what it is, the page that carries it out, the forms it takes.

A screen keeps its acts in a table of `Act` and draws their pages by its own template through `act_page`. A form says in
`layout` which of its fields stand side by side and which in a box of their own; `components/layout.html` draws it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from thammuu.web.components.once import OnceForm, VersionedForm
from thammuu.web.refusals import told_on

if TYPE_CHECKING:
    from django.forms.boundfield import BoundField

    from thammuu.apps.organisations.actors import Actor
    from thammuu.web.officers import OfficerRequest

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do, a row in the table of its screen."""

    key: str
    """Names its address; where a row of the apps has `acts`, what stands there when it may be done."""
    slug: str
    """Its own part of the address."""
    heading: Words
    press: Words
    told: Words
    """After it."""
    form: Callable[..., OnceForm]
    """Builds, as `command()`, what the service takes."""
    record: Callable[..., UUID]
    """The service."""
    find: Callable[..., Any]
    """The query that gives what the page is about and refuses as the service does."""
    _: KW_ONLY
    short: Words = ""
    """On the button that leads to it, where the heading is too long for that."""
    hint: Words = ""
    """What to know before, where the heading does not say all."""
    grave: bool = False
    """It takes something away."""

    @property
    def door(self) -> Words:
        """On the button that leads to it."""
        return self.short or self.heading


def sent(request: OfficerRequest) -> tuple[Any, Any]:
    """What a form is bound to: what came with a POST; nothing where the page is only looked at."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def act_page(
    request: OfficerRequest,
    act: Act,
    form: OnceForm,
    template: str,
    about: Mapping[str, object],
    back: str,
    told: Words = "",
    then: Callable[[UUID], str] | None = None,
) -> HttpResponse:
    """Show the form; carry out what it says and go back; or show it again as it was filled in, with what is wrong.

    `then` gives the address of what was made, where one goes there and not back.
    """
    if form.is_bound and form.is_valid():
        with told_on(form):
            made = act.record(request.actor, form.command(), key=form.sent_key, **form.beside())
            messages.success(request, str(told or act.told))
            return redirect(then(made) if then else back)
    page = {"act": act, "form": form, "back": back, **about}
    return render(request, template, page, status=422 if form.is_bound else 200)


Line = tuple[str, ...]
"""Names of fields side by side."""


@dataclass(frozen=True, slots=True)
class Box:
    """Lines that belong together, under a legend; without one they stand free."""

    lines: tuple[Line, ...]
    legend: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box with its fields in hand."""

    legend: str
    hint: str
    lines: tuple[tuple[BoundField, ...], ...]


def free(*lines: Line | str) -> Box:
    """Lines without a legend; a single name is a line of its own."""
    return Box(tuple((line,) if isinstance(line, str) else line for line in lines))


class LaidForm(OnceForm):
    """A form drawn in boxes."""

    layout: ClassVar[tuple[Box, ...]]
    notice: str = ""
    """What to know before filling it in."""

    def boxes(self) -> tuple[Box, ...]:
        """What is drawn; overridden where it hangs on what the form is about."""
        return self.layout

    def drawn(self) -> Iterator[DrawnBox]:
        """The boxes for the template."""
        for box in self.boxes():
            lines = tuple(tuple(self[name] for name in line) for line in box.lines)
            yield DrawnBox(box.legend, box.hint, lines)


class AboutForm(OnceForm):
    """Knows who fills it in and what it is about: `subject` is what `Act.find` found, under `uuid` if it has one."""

    def __init__(self, *args: Any, actor: Actor, uuid: UUID | None, subject: Any) -> None:
        self.actor, self.uuid, self.subject = actor, uuid, subject
        super().__init__(*args, initial=self.proposed())
        self.offer()

    def proposed(self) -> dict[str, object]:
        """What stands in the form when it is opened."""
        return {}

    def offer(self) -> None:
        """Fill the lists to choose from."""

    def told(self, *names: str) -> dict[str, Any]:
        """These fields, as a command takes them."""
        return {name: self.cleaned_data[name] for name in names}


class ActForm(LaidForm, VersionedForm):
    """A form for one act on something that may have changed since it was shown."""
