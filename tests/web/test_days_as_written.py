"""Days on forms are dd/mm/yyyy, as they are written on paper; never the American way."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from thammuu.web.components.forms import DayField


@pytest.mark.parametrize("typed", ["06/07/2021", "6/7/2021", "2021-07-06"])
def test_a_day_is_read_day_first(typed: str) -> None:
    assert DayField().clean(typed) == date(2021, 7, 6)


@pytest.mark.parametrize("typed", ["07/13/2021", "31/02/2021", "hôm qua", "06/07/21"])
def test_what_is_no_day_is_answered_with_an_example(typed: str) -> None:
    with pytest.raises(ValidationError, match="dd/mm/yyyy"):
        DayField().clean(typed)


def test_a_day_is_shown_as_it_is_typed() -> None:
    assert 'value="06/07/2021"' in DayField().widget.render("done_on", date(2021, 7, 6))
