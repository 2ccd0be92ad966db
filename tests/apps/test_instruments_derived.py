"""Keys of the register are put right after an upgrade, and only those."""

from __future__ import annotations

from support.cast import Cast
from thammuu.apps.instruments import derived, supplied
from thammuu.apps.instruments.models import Instrument


def test_only_keys_that_are_stale_are_put_right(cast: Cast) -> None:
    supplied.load()
    assert derived.refresh_all() == 0

    Instrument.objects.filter(symbol="36/QĐ-TTg").update(symbol_key="cũ", folded="cũ")

    assert derived.refresh_all() == 1
    assert Instrument.objects.get(symbol="36/QĐ-TTg").symbol_key == "36 qd ttg"
