"""The cards of a board figure: what each shows, where it lies, where it leads."""

from dataclasses import dataclass

from evidence_board.analysis.dates import edtf_words
from evidence_board.brief import wording
from evidence_board.brief.case import Case, claim_anchor, endnote_anchor, source_anchor
from evidence_board.brief.origins import badge
from evidence_board.brief.routes import listed_name
from evidence_board.brief.values import Badge, Grade, Likelihood
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.source import Source


@dataclass(frozen=True)
class Face:
    """What a card shows; `kind` is a key of the design tokens, `to` where a click leads.

    `notes` stand below, a line each.
    """

    kind: str
    mark: str
    title: str
    to: str = ""
    detail: str = ""
    likelihood: Likelihood | None = None
    judged: bool = False
    confidence: str = ""
    held_back: bool = False
    grade: Grade | None = None
    origins: Badge | None = None
    held: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureCard:
    """A card, px at 100 %; height 0 follows the text."""

    face: Face
    x: float
    y: float
    width: float
    height: float


def card_of(case: Case, card: Card) -> FigureCard | None:
    """Return the card; None for a private note or a record that a brief does not show."""
    record = case.view.find(card.record)
    face = _face(case, record) if record is not None else None
    return FigureCard(face, card.x, card.y, card.width, card.height) if face else None


def _face(case: Case, record: Record) -> Face | None:
    if isinstance(record, Claim):
        return claim_face(case, record)
    if isinstance(record, Source):
        return source_face(case, record)
    if isinstance(record, Excerpt):
        return _excerpt(case, record)
    if isinstance(record, Note) and not record.private:
        return _note(record)
    return None


def claim_face(case: Case, claim: Claim) -> Face:
    """Return what the card of a claim shows."""
    shown = badge(case.origins.get(claim.id))
    return Face(
        "hypothesis" if claim.kind == "hypothesis" else "claim",
        claim.mark,
        wording.short(claim.text, 240),
        claim_anchor(claim.id),
        "" if case.traced(claim) else wording.ANALYST,
        wording.likelihood_of(case.scale, claim.likelihood, claim.likelihood_range),
        claim.likelihood is not None or claim.confidence is not None,
        "" if claim.unfinished else claim.confidence or "",
        claim.unfinished,
        origins=shown if shown.state != "none" else None,
    )


def source_face(case: Case, source: Source) -> Face:
    """Return what the card of a source shows."""
    kind = "source"
    if source.origin_kind is not None:
        kind = "actor" if source.kind == "person" else "origin"
    return Face(
        kind,
        source.mark,
        wording.short(listed_name(source), 120),
        source_anchor(source.id),
        edtf_words(source.published) or ("" if source.origin_kind else "undated"),
        grade=Grade(source.reliability, "") if source.reliability else None,
        held=case.held(source.id) or source.origin_kind is not None,
    )


def _excerpt(case: Case, excerpt: Excerpt) -> Face:
    source = case.source(excerpt.source)
    return Face(
        "excerpt",
        excerpt.mark,
        wording.short(excerpt.exact, 240),
        _endnote_of(case, excerpt),
        source.mark if source else "",
    )


def _note(note: Note) -> Face:
    kind = "note" if note.kind == "note" else "question"
    to = claim_anchor(note.about) if note.about else ""
    return Face(kind, note.mark, wording.short(note.text, 240), to)


def _endnote_of(case: Case, excerpt: Excerpt) -> str:
    """Return where an excerpt stands in the brief: its first endnote, else its source."""
    for said in case.view.all(Assertion):
        if said.excerpt == excerpt.id and said.id in case.endnotes:
            return endnote_anchor(case.endnotes[said.id])
    return source_anchor(excerpt.source)
