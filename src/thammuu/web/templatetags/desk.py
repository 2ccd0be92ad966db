"""Which ways the navigation shows to whom."""

from __future__ import annotations

from django import template

from thammuu.apps.documents.queries import may_bring

register = template.Library()

register.filter("may_bring", may_bring)
