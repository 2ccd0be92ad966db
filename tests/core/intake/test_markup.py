"""Markup is counted without being parsed, and nothing hides from the count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from thammuu_core.errors import Told
from thammuu_core.intake.limits import DEPTH, ELEMENTS
from thammuu_core.intake.markup import inspect


def refused(data: bytes) -> str:
    """The code with which a part is refused."""
    with pytest.raises(Told) as told:
        inspect("word/document.xml", data)
    return told.value.code


def nested(depth: int, inside: str = "") -> bytes:
    """Elements one in the other."""
    return ("<a>" * depth + inside + "</a>" * depth).encode()


@pytest.mark.parametrize(
    ("data", "elements"),
    [
        (b"<a/>", 1),
        (b'<?xml version="1.0"?>\r\n<a><b/><c>x</c></a>\n', 3),
        (b"\xef\xbb\xbf<a><b x='/'/></a>", 2),
        (b"<a><!-- <b> <b> --><c/></a>", 2),
        (b"<a><![CDATA[<b><b><b>]]></a>", 1),
        (b"<a>a/&gt;b/></a>", 1),
        ('<?xml version="1.0" encoding="UTF-16"?><a><b/></a>'.encode("utf-16"), 2),
        (b"", 0),
        (b"<a><b>", 2),
    ],
)
def test_elements_are_counted(data: bytes, elements: int) -> None:
    assert inspect("x", data) == elements


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>',
        b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "x">]><a/>'.encode("utf-16"),
        b'<?xml version="1.0" encoding="x-unheard-of"?><a/>',
        b'<?xml version="1.0" encoding="utf-7"?><a/>',
        "<!DOCTYPE a><a/>".encode("utf-32"),
        "<!DOCTYPE a><a/>".encode("utf-32-le"),
        '<?xml version="1.0" encoding="cp037"?><a/>'.encode("cp037"),
    ],
)
def test_document_types_and_odd_encodings_are_refused(data: bytes) -> None:
    assert refused(data) == "intake.unsafe_markup"


@pytest.mark.parametrize(
    "data",
    [
        nested(DEPTH + 1),
        nested(20_000),
        nested(20_000, "<!-- c -->"),
        # A false end of a lone tag in the text must not shorten the count.
        ("<a>/>" * 200 + "</a>" * 200).encode(),
        b"<r>" + b"<b/>" * (ELEMENTS + 1) + b"</r>",
        b"<r>" + b"<b>" * (ELEMENTS + 1),
    ],
)
def test_too_deep_or_too_many_is_refused(data: bytes) -> None:
    assert refused(data) == "intake.bomb"


def test_as_deep_as_allowed_passes() -> None:
    assert inspect("x", nested(DEPTH)) == DEPTH


TREES = st.recursive(
    st.just("<a/>"),
    lambda inner: st.lists(inner, max_size=4).map(lambda parts: f"<b c='>/&lt;'>x /> y{''.join(parts)}</b>"),
    max_leaves=30,
)


@given(TREES)
def test_the_count_is_that_of_a_parser(tree: str) -> None:
    assert inspect("x", tree.encode()) == sum(1 for _ in etree.fromstring(tree).iter())
