"""How an assignment is laid out: the choices that the address carries, and the act that makes the dossier."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.programme.commands import LayOut, OpenFromAssignment
from thammuu.web.components.forms import DayField, DeskForm
from thammuu.web.components.once import VersionedForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thammuu.apps.programme.rows import ItemView, TemplateRow
    from thammuu.apps.programme.timetables import Laid

BUILT_IN = "mac-dinh"
"""How the address names the template that comes with the program."""
_MOST_DAYS = 250


class LayForm(DeskForm):
    """Mẫu, ngày bắt đầu, hạn; sent by GET, so that a timetable has an address and looking changes nothing."""

    template = forms.CharField(label=_("Mẫu các bước"), widget=forms.Select)
    first_day = DayField(label=_("Bắt đầu từ"))
    due_on = DayField(label=_("Hạn trình"), help_text=_("Ngày cuối cùng còn đúng hạn."))

    def offer(self, templates: tuple[TemplateRow, ...]) -> None:
        """The templates to choose from."""
        widget: Any = self.fields["template"].widget
        widget.choices = [(str(one.uuid or BUILT_IN), one.name) for one in templates]

    def clean_template(self) -> UUID | None:
        """None is the template of the program. An address with nonsense gets that too."""
        try:
            return UUID(self.cleaned_data["template"])
        except ValueError:
            return None

    def layout_asked(self, sent: Mapping[str, str]) -> LayOut:
        """What the service takes; days set for the steps of another template mean nothing for this one."""
        data = self.cleaned_data
        same = sent.get("of", "") == str(data["template"] or BUILT_IN)
        days = tuple(_days(sent)) if same and "again" not in sent else ()
        return LayOut(data["template"], data["first_day"], data["due_on"], days)


class OpenForm(VersionedForm):
    """Lập hồ sơ theo tiến độ đang xem; the timetable itself comes along in hidden fields."""

    title = forms.CharField(label=_("Tên hồ sơ"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def command(self, view: ItemView, layout: LayOut) -> OpenFromAssignment:
        """What `services.open_from_assignment` takes."""
        return OpenFromAssignment(
            view.row.uuid, self.cleaned_data["version"], self.cleaned_data["title"], layout
        )


def carried(layout: LayOut, laid: Laid | None) -> dict[str, str]:
    """The timetable as fields of an address or of a form."""
    of = str(layout.template or BUILT_IN)
    days = {f"day_{step.id}": str(step.days) for step in laid.steps if not step.condition} if laid else {}
    return {
        "template": of,
        "of": of,
        "first_day": _written(layout.first_day),
        "due_on": _written(layout.due_on),
        **days,
    }


def _days(sent: Mapping[str, str]) -> list[tuple[str, int]]:
    """ "day_4=8"; what is no number of days is not asked for."""
    found = ((name.removeprefix("day_"), value) for name, value in sent.items() if name.startswith("day_"))
    return [
        (key, min(int(value), _MOST_DAYS)) for key, value in found if value.isdecimal() and len(value) < 7
    ]


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
