"""A document is found by its words as soon as it has been read."""

from __future__ import annotations

from support.builders import make_document
from support.cast import Cast
from thammuu.apps.dossiers.lists.finding import found


def test_a_document_is_found_once_it_has_been_read(cast: Cast, unread: None) -> None:
    uuid = make_document(cast.drafter)

    rows = found(cast.clerk, "nghien cuu van ban", kind="document").rows

    assert [row.uuid for row in rows] == [uuid]
    assert found(cast.outsider, "nghien cuu van ban", kind="document").rows == ()
