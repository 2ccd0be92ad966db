"""A line longer than its column is refused in words and nothing is kept, whatever the database and whoever sends it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from support.cast import Cast
from support.records import HELD
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.lines import Line, LineTooLong
from thammuu.apps.programme.commands import AddProgramme
from thammuu.apps.programme.models import WorkProgramme
from thammuu.apps.programme.services import add_programme
from thammuu.apps.records import services
from thammuu.apps.records.commands import CallMeeting
from thammuu.apps.records.models import Meeting

LONG = "Văn phòng Sở " * 25


def test_a_long_line_among_those_invited_is_refused_with_its_beginning(
    cast: Cast, dossier: DossierView
) -> None:
    command = CallMeeting(dossier.uuid, "Góp ý dự thảo", HELD, ("Thanh tra Sở", LONG))
    with pytest.raises(LineTooLong, match=r"Dòng “Văn phòng Sở Văn phòng Sở .*” dài 324 ký tự, quá 300"):
        services.call_meeting(cast.drafter, command, key=uuid4())
    assert not Meeting.objects.exists()


def test_a_long_issuer_is_refused_and_one_that_just_fits_is_kept(cast: Cast) -> None:
    with pytest.raises(LineTooLong):
        add_programme(cast.clerk, AddProgramme("Chương trình", 2021, issuer="đ" * 301), key=uuid4())
    add_programme(cast.clerk, AddProgramme("Chương trình", 2021, issuer="đ" * 300), key=uuid4())
    WorkProgramme.objects.get(issuer="đ" * 300)


def test_to_migrations_a_line_is_a_plain_column() -> None:
    assert Line(max_length=5).deconstruct()[1] == "django.db.models.CharField"
