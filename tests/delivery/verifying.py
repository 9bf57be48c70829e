"""Briefs of the harbour written, changed by hand, and verified."""

from pathlib import Path

from evidence_board.analysis.holding import Holding
from evidence_board.analysis.view import Investigation
from evidence_board.brief.content import build
from evidence_board.delivery.attaching import TOOL, attachments, document_text, stamped
from evidence_board.delivery.checking import checked
from evidence_board.delivery.verification import Verification
from evidence_board.delivery.verifying import Given
from evidence_board.typeset.pdf import pdf
from evidence_board.verbs.verb import result
from tests.brief.harbour import AT, Held, harbour


def holding(held: Held | None = None) -> Holding:
    return Holding((held or harbour()).records.values())


def written(view: Investigation, *, attach: bool, at: str = AT, tool: str = TOOL) -> bytes:
    """Return the brief of an investigation as the program writes it."""
    brief = build(view, at=at, tool=tool)
    text = document_text(view) if attach else ""
    return pdf(brief, at=at, attached=attachments(stamped(view, brief, tool=tool), text))


def verified(
    path: Path, given: Investigation | None = None, **former: Investigation
) -> Verification:
    """Verify a brief; `former` are records by the letter s and the state that they make."""
    project = None
    if given is not None:
        project = Given("case.evboard", given, lambda one: former.get(f"s{one.state}"))
    return result(checked(path, project, lambda one, at, inside: pdf(one, at=at, attached=inside)))
