"""Endnotes: from each statement to the exact words, where they stand, and the file's hash."""

from dataclasses import dataclass

from evidence_board.brief.case import Case, endnote_anchor, picture_anchor, source_anchor
from evidence_board.brief.crops import capture_of
from evidence_board.brief.entries import reference_to
from evidence_board.brief.hashes import printed_hash
from evidence_board.brief.routes import route_of
from evidence_board.brief.values import Part, Reference
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim

ORPHANED = (
    "ORPHANED: these words do not stand in the text of the source any more. They are printed as "
    "they were kept, with the place that they had."
)


@dataclass(frozen=True)
class Endnote:
    """Exact words: whose, where (code points of the extracted text), in which file.

    `part` is where a part of a picture or page is, which has no offsets; `wordless` says that it
    has no words either, and `words` only say which part it is; `picture` is where it is shown.
    `orphaned` says that the words are not in the text any more, and are as they were kept.
    """

    anchor: str
    number: int
    claim: Reference
    words: str
    excerpt: str
    source: Reference
    name: str
    start: int
    end: int
    page: int
    part: str
    wordless: bool
    picture: Reference | None
    orphaned: str
    route: str
    hash: str


@dataclass(frozen=True)
class Endnotes(Part):
    """The endnotes by number."""

    rows: tuple[Endnote, ...]


def endnotes(case: Case) -> Endnotes | None:
    """Return the endnotes; None while no claim is tied to words."""
    rows = tuple(
        _endnote(case, claim, said, case.endnotes[said.id])
        for claim in case.key_judgements + case.other_claims
        for said in case.assertions.get(claim.id, ())
        if said.id in case.endnotes
    )
    return Endnotes(rows) if rows else None


def _endnote(case: Case, claim: Claim, said: Assertion, number: int) -> Endnote:
    excerpt = case.excerpt_of(said)
    assert excerpt is not None  # an assertion without words has no number
    source = case.source(excerpt.source)
    held = capture_of(case.view, excerpt)
    shown = case.pictured.get(excerpt.id)
    return Endnote(
        endnote_anchor(number),
        number,
        reference_to(claim),
        excerpt.exact,
        excerpt.mark,
        Reference(source.mark if source else "?", source_anchor(excerpt.source)),
        source.name if source else "a source that is gone",
        excerpt.start,
        excerpt.end,
        excerpt.page or 0,
        excerpt.part,
        excerpt.wordless,
        Reference(f"picture {shown}", picture_anchor(shown)) if shown else None,
        ORPHANED if excerpt.id in case.orphaned else "",
        route_of(case, said),
        printed_hash(held.sha256) if held else "",
    )
