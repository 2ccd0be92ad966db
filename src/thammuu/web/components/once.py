"""Forms that are carried out once, however often they are sent."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django import forms

from thammuu.web.components.forms import DeskForm


class OnceForm(DeskForm):
    """Carries the idempotency key of the page it stands on."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    @property
    def sent_key(self) -> UUID:
        """The key that came back."""
        return self.cleaned_data["key"]

    def beside(self) -> dict[str, Any]:
        """What the service takes beside the command because nothing may keep it, such as a password; mostly nothing."""
        return {}


class VersionedForm(OnceForm):
    """Refused by the service when what it changes has moved on since the page was opened."""

    version = forms.IntegerField(widget=forms.HiddenInput)
