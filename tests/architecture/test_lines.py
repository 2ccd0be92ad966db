"""Every line of text in a table has its bound, told in words and the same on SQLite and PostgreSQL."""

from __future__ import annotations

from django.apps import apps
from django.db.models import CharField

from thammuu.apps.lines import Line

BOUNDED_BY_FORMS_AND_IMPORTS = {"organisations.Contact.email"}


def test_free_text_stands_in_lines_that_refuse_what_is_longer_or_in_texts_without_end() -> None:
    bare = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("thammuu.")
        for field in model._meta.local_fields
        if isinstance(field, CharField) and not isinstance(field, Line) and not field.choices
        if field.model.__module__.startswith("thammuu.") and field.name != "session_key"
    }
    assert bare == BOUNDED_BY_FORMS_AND_IMPORTS
