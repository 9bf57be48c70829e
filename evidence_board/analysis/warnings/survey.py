"""One look at all rules, a little at a time, so that who asks can do other things in between."""

from collections.abc import Iterator

from evidence_board.analysis.warnings.finding import Finding
from evidence_board.analysis.warnings.inquiry import SLICE, Inquiry
from evidence_board.analysis.warnings.rules import RULES
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.change import ChangeSet
from evidence_board.model.link import Citation
from evidence_board.model.note import Tag, Tagging

_APART = (Board, Card, Frame, Tag, Tagging)
"""Kinds that no rule asks for."""


def surveying(inquiry: Inquiry) -> Iterator[tuple[Finding, ...]]:
    """Yield nothing again and again while rules look, then all that was found, worst first.

    It holds only if nothing changes in between.
    """
    found: list[Finding] = []
    for _ in inquiry.preparing():
        yield ()
    for rule in RULES:
        for one in rule.find(inquiry):
            if one is not None:
                found.append(one)
            if one is None or not len(found) % SLICE:
                yield ()
        yield ()
    yield tuple(found)


def survey(inquiry: Inquiry) -> tuple[Finding, ...]:
    """Return all that is found, worst first."""
    *_, found = surveying(inquiry)
    return found


def concerns(changes: ChangeSet) -> bool:
    """Whether any rule may find something else after these changes."""
    return any(run.kind not in _APART for run in changes.runs)


def concerns_chains(changes: ChangeSet) -> bool:
    """Whether chains or citations may lead elsewhere."""
    return changes.touches(Assertion, Citation)
