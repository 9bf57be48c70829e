"""The next step on the way from the first articles to the first brief, as long as one is open."""

from collections import Counter
from collections.abc import Mapping
from typing import Literal

from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.issue import Issue
from evidence_board.model.link import Link
from evidence_board.project.project import Project
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

Step = Literal["read", "add", "conclude", "link", "judge", "issue"]
_MOST = 40
"""Whoever has more claims than these knows the way."""
_WORDS: Mapping[Step, str] = {
    "read": QT_TRANSLATE_NOOP("NextStep", "Next: read a source and mark what it states"),
    "add": QT_TRANSLATE_NOOP("NextStep", "Next: add words of another source to the same claim"),
    "conclude": QT_TRANSLATE_NOOP("NextStep", "Next: write on the board what you conclude"),
    "link": QT_TRANSLATE_NOOP("NextStep", "Next: drag from a claim's edge to what it supports"),
    "judge": QT_TRANSLATE_NOOP("NextStep", "Next: judge how likely that is, and why"),
    "issue": QT_TRANSLATE_NOOP("NextStep", "Next: look at the pages in Brief, and issue them"),
}


def next_step(project: Project) -> Step | None:
    """Return the step that was not taken yet; None on an empty board, and after the first issue."""
    if project.read_only or project.count(Issue) or project.count(Claim) > _MOST:
        return None
    held = project.count(Capture)
    if not project.count(Claim):
        return "read" if held else None
    kinds, likely, sure = project.columns(Claim, "kind", "likelihood", "confidence")
    told = Counter(project.columns(Assertion, "claim")[0])
    if held > 1 and told and max(told.values()) < 2:
        return "add"
    own = [pair for kind, *pair in zip(kinds, likely, sure, strict=True) if kind == "judgement"]
    if not own:
        return "conclude"
    if not project.count(Link):
        return "link"
    return "issue" if any(None not in pair for pair in own) else "judge"


def words_of(step: Step | None) -> str:
    """Return the step as it is told; nothing for none."""
    return translate("NextStep", _WORDS[step]) if step is not None else ""


def unjudged(project: Project) -> str | None:
    """Return the id of the first conclusion that lacks a likelihood or a confidence."""
    rows = zip(*project.columns(Claim, "id", "kind", "likelihood", "confidence"), strict=True)
    open_ones = (str(id) for id, kind, *pair in rows if kind == "judgement" and None in pair)
    return next(open_ones, None)


def unread(project: Project) -> str | None:
    """Return the id of the first source that is held and of which no words are marked."""
    marked = set(project.columns(Excerpt, "source")[0])
    held = (str(source) for source in project.columns(Capture, "source")[0])
    return next((source for source in held if source not in marked), None)
