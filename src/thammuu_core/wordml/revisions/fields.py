"""Fields of a story: which of the two texts is within a code just now, and where a result begins."""

from __future__ import annotations

ACCEPTED, ORIGINAL = 1, 2


class Fields:
    """Follows the field characters; each text has those that it has."""

    __slots__ = ("_results", "_stacks", "code")

    def __init__(self) -> None:
        self.code = 0
        """The texts that have a code here, which nobody sees: `ACCEPTED`, `ORIGINAL` or both."""
        self._stacks: tuple[list[bool], list[bool]] = ([], [])
        self._results: list[int | None] = []

    def begin_paragraph(self) -> None:
        """A code reaches no further than its paragraph, as Word shows it."""
        self.code = 0
        self._stacks = ([], [])

    def met(self, kind: str | None, at: int, *, accepted: bool, original: bool) -> int | None:
        """A field character before piece `at`, in these of the texts; where the result begins that ends with it."""
        for stack, has in zip(self._stacks, (accepted, original), strict=True):
            if has:
                _turn(stack, kind)
        self.code = sum(
            text for text, stack in zip((ACCEPTED, ORIGINAL), self._stacks, strict=True) if True in stack
        )
        if kind == "begin":
            self._results.append(None)
        elif kind == "separate" and self._results:
            self._results[-1] = at
        elif kind == "end" and self._results:
            return self._results.pop()
        return None


def _turn(fields: list[bool], kind: str | None) -> None:
    """Between begin and separate (or end, for a field without a result) stands code, which nobody sees."""
    if kind == "begin":
        fields.append(True)
    elif kind == "separate" and fields:
        fields[-1] = False
    elif kind == "end" and fields:
        fields.pop()
