"""An item of a letter as opinions on places of the draft, or as words that have none."""

from __future__ import annotations

from collections.abc import Iterator

from thammuu_core.anchors.version import Version
from thammuu_core.opinions.letters.model import Item, Role
from thammuu_core.opinions.letters.phrases import asks
from thammuu_core.opinions.letters.stances import Said, said
from thammuu_core.opinions.model import Operation, Opinion, Origin, Source, Target, Unplaced


def stands(sentence: str, context: tuple[str, ...], version: Version, agency: str) -> bool:
    """Whether a sentence is an opinion by itself: it asks for something by its words, or an operation is read."""
    return asks(sentence)


def placed(item: Item, version: Version, agency: str) -> Iterator[Opinion | Unplaced]:
    """What the item asks for, at each place that it names; never nothing."""
    source = Source(item.text, item.page)
    if item.role is Role.STANCE:
        opposed = said(item.request) is Said.DISAGREES
        yield Opinion(
            Origin.SENTENCE,
            Operation.OPPOSE if opposed else Operation.AGREE,
            Target(),
            text=item.text,
            source=source,
        )
        return
    operation = Operation.REVIEW if item.role is Role.REQUEST else Operation.COMMENT
    yield Opinion(Origin.SENTENCE, operation, Target(), text=item.text, source=source)
