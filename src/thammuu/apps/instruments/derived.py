"""The keys under which documents are looked up, reckoned again after an upgrade that reads or folds words otherwise."""

from __future__ import annotations

from thammuu.apps.instruments.keys import keys_of
from thammuu.apps.instruments.models import Instrument
from thammuu.apps.instruments.writing import said_of


def refresh_all() -> int:
    """Put right every key that is not what it would be today; how many documents had one."""
    stale = 0
    for one in Instrument.objects.prefetch_related("followed__later").iterator(chunk_size=200):
        keys = keys_of(said_of(one))
        if any(getattr(one, name) != key for name, key in keys.items()):
            stale += Instrument.objects.filter(pk=one.pk).update(**keys)
    return stale
