"""Forms of notices: which were read, how one wishes to be told."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thammuu.apps.notifications import queries
from thammuu.apps.notifications.commands import SetPreference
from thammuu.apps.notifications.queries import PreferenceView
from thammuu.apps.notifications.wishes import DAYS_BEFORE
from thammuu.web.components.once import OnceForm, VersionedForm
from thammuu.web.spoken import choices_in_language, in_language


class UuidsField(forms.CharField):
    """Several identifiers, with spaces between."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> tuple[UUID, ...]:
        """The identifiers."""
        words = super().clean(value).split()
        try:
            return tuple(UUID(word) for word in words)
        except ValueError:
            raise ValidationError("?", code="invalid") from None


class ReadForm(OnceForm):
    """These notices were read; with `go`, the page that the one notice is about is opened."""

    notices = UuidsField()
    go = forms.BooleanField(required=False, widget=forms.HiddenInput)


def _kinds() -> list[tuple[str, str | Promise]]:
    return choices_in_language(queries.kinds())


def _days_before() -> list[tuple[int, str]]:
    """Asked anew for each page, in its language."""
    return [(days, in_language(f"{days} ngày làm việc")) for days in DAYS_BEFORE]


class PreferenceForm(VersionedForm):
    """Cách nhận thông báo."""

    by_mail = forms.MultipleChoiceField(
        label=_("Gửi thư về"), required=False, widget=forms.CheckboxSelectMultiple, choices=_kinds
    )
    days_before = forms.TypedMultipleChoiceField(
        label=_("Nhắc trước hạn"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        choices=_days_before,
    )
    bundled = forms.TypedChoiceField(
        label=_("Khi nào gửi"),
        coerce=lambda value: value == "daily",
        widget=forms.RadioSelect,
        choices=(("daily", _("Gộp thành một thư mỗi ngày")), ("at_once", _("Gửi ngay, sau vài phút"))),
    )
    bundle_at = forms.TimeField(
        label=_("Giờ gửi thư gộp"),
        input_formats=["%H:%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "numeric", "placeholder": "07:30"}),
        error_messages={"invalid": _("Ghi giờ theo dạng giờ:phút, ví dụ 07:30.")},
    )
    quiet_days_off = forms.BooleanField(
        label=_("Không gửi thư vào ngày nghỉ, ngày lễ; để sang ngày làm việc sau"), required=False
    )

    @classmethod
    def showing(cls, view: PreferenceView) -> dict[str, Any]:
        """The wishes as they stand, as initial values."""
        wishes = view.wishes
        return {
            "version": view.version,
            "by_mail": [kind for kind, _ in queries.kinds() if kind not in wishes.page_only],
            "days_before": sorted(view.days_before, reverse=True),
            "bundled": "daily" if wishes.bundled else "at_once",
            "bundle_at": wishes.bundle_at,
            "quiet_days_off": wishes.quiet_days_off,
        }

    def command(self) -> SetPreference:
        """What `services.set_preference` takes."""
        data = self.cleaned_data
        return SetPreference(
            version=data["version"],
            page_only=tuple(kind for kind, _ in queries.kinds() if kind not in data["by_mail"]),
            days_before=tuple(data["days_before"]),
            bundled=data["bundled"],
            bundle_at=data["bundle_at"],
            quiet_days_off=data["quiet_days_off"],
        )
