"""What forms of administration begin with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from thammuu.web.components.acts import AboutForm
from thammuu.web.components.once import VersionedForm


class RegisterForm(AboutForm):
    """Adds to a register or acts on a row of it, which is its `subject`; `asked` is what the address says."""

    def __init__(self, *args: Any, asked: Mapping[str, str], **about: Any) -> None:
        self.asked = asked
        super().__init__(*args, **about)


class ChangeForm(RegisterForm, VersionedForm):
    """Changes a row of a register, if nobody has changed it since the page was opened."""

    def proposed(self) -> dict[str, object]:
        """The version that is shown."""
        return {"version": self.subject.version}
