"""What we do not know, and the signs to watch for; never a private note."""

from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.entries import reference_to
from evidence_board.brief.values import Part, Reference
from evidence_board.brief.wording import ended
from evidence_board.model.note import Note


@dataclass(frozen=True)
class Watch:
    """A gap or an indicator, and the claim that it touches."""

    mark: str
    text: str
    state: str
    about: Reference | None


@dataclass(frozen=True)
class Gaps(Part):
    """The gaps, then the indicators."""

    gaps: tuple[Watch, ...]
    indicators: tuple[Watch, ...]


def gaps(case: Case) -> Gaps | None:
    """Return gaps and indicators; None where there are none."""
    found = [_watch(case, note) for note in case.notes if note.kind == "gap"]
    signs = [_watch(case, note) for note in case.notes if note.kind == "indicator"]
    return Gaps(tuple(found), tuple(signs)) if found or signs else None


def _watch(case: Case, note: Note) -> Watch:
    claim = case.claim(note.about) if note.about else None
    return Watch(note.mark, ended(note.text), note.state, reference_to(claim) if claim else None)
