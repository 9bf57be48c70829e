"""Pictures: what each marked part of a picture or page shows, cut out of its capture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evidence_board.brief.case import Case, endnote_anchor, picture_anchor, source_anchor
from evidence_board.brief.crops import Missing, capture_of, size_of
from evidence_board.brief.entries import reference_to
from evidence_board.brief.hashes import printed_hash
from evidence_board.brief.values import Part, Reference
from evidence_board.model.assertion import Assertion
from evidence_board.model.excerpt import Excerpt

NOT_SHOWN: Mapping[Missing, str] = {
    "gone": "It is not shown: its original is not held.",
    "altered": "It is not shown: the stored original is not what was captured.",
    "damaged": "It is not shown: its original is damaged or too large to be drawn.",
    "redacted": "It is not shown: this version is redacted, and no picture can be searched.",
    "not made": "It is not shown: no picture of it was made.",
}


@dataclass(frozen=True)
class Picture:
    """A marked part: the file that shows it and how large that is, or why there is none.

    `place` is which part of what it is; `words` are those that stand in it, empty where there are
    none, and `alt` says what is known of it to who cannot see it; `original` is the hash of the
    capture, `sha256` that of the picture.
    """

    anchor: str
    number: int
    file: str
    width: int
    height: int
    not_shown: str
    alt: str
    place: str
    excerpt: str
    source: Reference
    name: str
    words: str
    claims: tuple[Reference, ...]
    endnotes: tuple[Reference, ...]
    original: str
    sha256: str


@dataclass(frozen=True)
class Pictures(Part):
    """The pictures, in the order of the endnotes."""

    rows: tuple[Picture, ...]


def pictures(case: Case) -> Pictures | None:
    """Return the pictures; None where no claim rests on a part of a picture or page."""
    said = [case.view.get(Assertion, id) for id in case.endnotes]
    rows = tuple(
        _picture(case, case.view.get(Excerpt, id), [one for one in said if one.excerpt == id])
        for id in case.pictured
    )
    return Pictures(rows) if rows else None


def _picture(case: Case, excerpt: Excerpt, said: Sequence[Assertion]) -> Picture:
    source, crop = case.source(excerpt.source), case.crop_of(excerpt.id)
    capture = capture_of(case.view, excerpt)
    number = case.pictured[excerpt.id]
    claims = dict.fromkeys(one.claim for one in said)
    notes = [case.endnotes[one.id] for one in said]
    words = "" if excerpt.wordless else excerpt.exact
    place = f"{f'page {excerpt.page:,}, ' if excerpt.page else ''}the part {excerpt.part}"
    width, height = size_of(crop.png) if crop.png else (0, 0)
    return Picture(
        anchor=picture_anchor(number),
        number=number,
        file=crop.file_name if crop.png else "",
        width=width,
        height=height,
        not_shown=NOT_SHOWN[crop.missing] if crop.missing else "",
        alt=_alt(source.mark if source else "a source", place, words),
        place=place,
        excerpt=excerpt.mark,
        source=Reference(source.mark if source else "?", source_anchor(excerpt.source)),
        name=source.name if source else "a source that is gone",
        words=words,
        claims=tuple(reference_to(one) for one in map(case.claim, claims) if one is not None),
        endnotes=tuple(Reference(str(one), endnote_anchor(one)) for one in notes),
        original=printed_hash(capture.sha256) if capture else "",
        sha256=crop.sha256,
    )


def _alt(mark: str, place: str, words: str) -> str:
    what = f"Its words: {words}" if words else "Nobody has described it in words."
    return f"Cut out of {mark}, {place}. {what}"
