"""Words of the apps in the language of the page."""

from __future__ import annotations

from django import template

from thammuu.web.spoken import head_in_language, in_language

register = template.Library()

register.filter("in_language", in_language)
register.filter("head_in_language", head_in_language)
