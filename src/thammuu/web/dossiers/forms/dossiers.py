"""Forms about a dossier as a whole, and about its doubts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.commands import (
    CloseDossier,
    DecideDoubt,
    HandOverDossier,
    RenameDossier,
    ReopenDossier,
)
from thammuu.web.components.acts import ActForm, free
from thammuu.web.components.fields import ReasonField, WordsField
from thammuu.web.dossiers.forms.fields import HolderField

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import DossierView, DoubtRow
    from thammuu.apps.organisations.actors import Actor


class DossierForm(ActForm):
    """An act on a whole dossier."""

    reason = ReasonField()
    layout = (free("reason"),)

    def __init__(self, *args: Any, actor: Actor, dossier: DossierView) -> None:
        self.actor, self.dossier = actor, dossier
        super().__init__(*args, initial={"version": dossier.version, "title": dossier.title})

    def told(self, *names: str) -> dict[str, Any]:
        """The dossier, the version that was shown, and these fields."""
        said = {name: self.cleaned_data[name] for name in ("version", "reason", *names)}
        return {"dossier": self.dossier.uuid, **said}


class HandOverDossierForm(DossierForm):
    """Giao lại hồ sơ cho người soạn khác."""

    officer = HolderField(label=_("Người soạn mới"))
    layout = (free("officer", "reason"),)

    def __init__(self, *args: Any, **about: Any) -> None:
        super().__init__(*args, **about)
        officers = (one for one in queries.holders(self.actor) if one.kind == "officer")
        self.fields["officer"].offer(officers)

    def command(self) -> HandOverDossier:
        """What `services.hand_over_dossier` takes."""
        told = self.told("officer")
        return HandOverDossier(**told | {"officer": told["officer"].uuid})


class RenameDossierForm(DossierForm):
    """Sửa tên hồ sơ."""

    title = WordsField(label=_("Tên hồ sơ"), rows=3)
    reason = ReasonField(required=False, rows=2)
    layout = (free("title", "reason"),)

    def command(self) -> RenameDossier:
        """What `services.rename_dossier` takes."""
        return RenameDossier(**self.told("title"))


class CloseDossierForm(DossierForm):
    """Kết thúc hồ sơ."""

    reason = ReasonField(
        label=_("Kết quả"), help_text=_("Ví dụ: đã ban hành Kế hoạch số …; hoặc vì sao dừng.")
    )

    def command(self) -> CloseDossier:
        """What `services.close_dossier` takes."""
        return CloseDossier(**self.told())


class ReopenDossierForm(DossierForm):
    """Mở lại hồ sơ đã kết thúc."""

    def command(self) -> ReopenDossier:
        """What `services.reopen_dossier` takes."""
        return ReopenDossier(**self.told())


class DoubtForm(ActForm):
    """Kết luận về một điểm cần xem lại."""

    state = forms.ChoiceField(
        label=_("Kết luận"),
        widget=forms.RadioSelect,
        choices=(
            ("confirmed", _("Đúng là có vấn đề, cần xử lý")),
            ("dismissed", _("Không phải vấn đề, bỏ qua")),
        ),
    )
    reason = ReasonField()
    layout = (free("state", "reason"),)

    def command(self, doubt: DoubtRow) -> DecideDoubt:
        """What `services.decide_doubt` takes."""
        data = self.cleaned_data
        return DecideDoubt(doubt.uuid, data["version"], data["state"], data["reason"])
