"""Work programmes (Chương trình công tác): sheets of any make → items to be assigned, with everything doubtful told."""

from __future__ import annotations

from thammuu_core.programmes.model import Item, Programme
from thammuu_core.programmes.reading import read_programme

__all__ = ["Item", "Programme", "read_programme"]
