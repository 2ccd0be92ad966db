"""What a password must be, said in Vietnamese where Django has not translated it."""

from __future__ import annotations

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """At least so many characters; nothing is asked about their kinds."""

    def get_error_message(self) -> str:
        """Why a password is refused."""
        return _("Mật khẩu quá ngắn. Hãy dùng ít nhất %(n)d ký tự.") % {"n": self.min_length}

    def get_help_text(self) -> str:
        """What to do, before anything is refused."""
        return _("Mật khẩu có ít nhất %(n)d ký tự.") % {"n": self.min_length}
