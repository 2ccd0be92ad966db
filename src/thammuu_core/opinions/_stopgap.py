"""Until the reader of tracked changes stands: a copy as it reads with all of them accepted."""

from __future__ import annotations

from collections.abc import Iterable

from thammuu_core.papers import Story
from thammuu_core.redlines import Edit, applied, canonical
from thammuu_core.wordml import read_docx
from thammuu_core.wordml.revisions.model import Ledger, Revised, RevisedStory


def read_revised(data: bytes) -> Revised:
    """The accepted view as both views, no comments."""
    paper = read_docx(data)
    stories = tuple(RevisedStory(story.name, (), story, story) for story in paper.stories)
    return Revised(stories, (), Ledger({}, {}), problems=paper.problems)


def tracked(story: RevisedStory) -> tuple:
    """None known."""
    return ()


def holds(edits: Iterable[Edit], old: Story, new: Story) -> bool:
    """Whether the edits lead from one to the other."""
    return canonical(applied(old.text, edits)) == canonical(new.text)
