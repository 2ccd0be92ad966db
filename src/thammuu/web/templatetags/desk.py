"""Which ways the navigation shows to whom, and how long they are signed in."""

from __future__ import annotations

from django import template

from thammuu.apps.documents.queries import may_bring
from thammuu.apps.notifications.queries import unread_count
from thammuu.web.accounts.openid import offered
from thammuu.web.accounts.session import session_end
from thammuu.web.navigation import doors

register = template.Library()

register.filter("doors", doors)
register.filter("may_bring", may_bring)
register.filter("unread_count", unread_count)
register.filter("session_end", session_end)
register.simple_tag(offered, name="openid_label")
