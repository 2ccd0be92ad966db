"""An agency's own Word files: which one holds in the place of a template, whether a file can, and a draft made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Max

from thammuu.apps.drafting.models import AgencyTemplate
from thammuu.apps.drafting.refusals import NoPlaceholders, TemplateNotWord
from thammuu.apps.files import store
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations.refusals import visible
from thammuu_core import intake
from thammuu_core.compositions import (
    Facts,
    Filled,
    Template,
    fill,
    offers,
    placeholders_of,
    templates,
    worked_facts,
)
from thammuu_core.errors import Problem


def known(code: str) -> Template:
    """The template of that code. Raises NotVisible."""
    return visible(next((one for one in templates() if one.code == code), None))


def newest(agency_id: int) -> Mapping[str, AgencyTemplate]:
    """The newest edition for each template that ever had one, by code."""
    last = AgencyTemplate.objects.filter(agency_id=agency_id).values("code").annotate(last=Max("pk"))
    rows = AgencyTemplate.objects.filter(pk__in=last.values("last")).select_related("file", "set_by")
    return {row.code: row for row in rows}


def newest_of(agency_id: int, code: str) -> AgencyTemplate | None:
    """The newest edition for one template."""
    editions = AgencyTemplate.objects.filter(agency_id=agency_id, code=code)
    return editions.select_related("file", "set_by").order_by("edition").last()


@dataclass(frozen=True, slots=True)
class FilledOwn:
    """The agency's own file with facts in it, what was missing, and which edition it is, in words."""

    data: bytes
    problems: tuple[Problem, ...]
    told: str


def filled_own(agency_id: int, template: Template, facts: Facts) -> FilledOwn | None:
    """The agency's own file filled with the facts; None where it has none. Raises UnknownPlaceholder, WrongFact."""
    row = newest_of(agency_id, template.code)
    if row is None or row.file is None:
        return None
    filled = fill(store.get(row.file.sha256), facts, template)
    return FilledOwn(filled.data, filled.problems, f"Theo mẫu của cơ quan, lần {row.edition}.")


def example(data: bytes, template: Template) -> Filled:
    """The file filled with the example of the template: what is shown of it, and the proof that it can be filled.

    Raises UnknownPlaceholder, BrokenPlaceholder, LinksOut, and what the gate raises.
    """
    return fill(data, worked_facts(template.code), template)


def check_own(upload: Upload, template: Template) -> None:
    """That the file may stand in the place of the template.

    Raises TemplateNotWord, NoPlaceholders, and what `example` raises.
    """
    if intake.recognise(upload.data, upload.name) is not intake.Format.DOCX:
        raise TemplateNotWord
    if not placeholders_of(upload.data):
        raise NoPlaceholders(offers(template, worked_facts(template.code))[0].placeholder)
    intake.read_paper(example(upload.data, template).data, upload.name)
