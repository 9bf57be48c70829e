"""A long text in pieces, so that what is in sight is looked through first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from evidence_board.ingest.bibliography import propose
from evidence_board.suggest.bibliographic import day_at_top, published_day
from evidence_board.suggest.proposing import in_text, of_text
from evidence_board.suggest.sentences import Place
from evidence_board.suggest.suggestion import Attribution, DateMention, OfText, Span

WHOLE = 100_000
"""A text of so many characters is looked through in one piece."""
_PIECE, _LEAD, _HEAD = 40_000, 8_000, 20_000
"""Of a longer one: a piece, what is read before it for who is spoken of, what dates it."""


def pieces_of(text: str) -> tuple[Place, ...]:
    """Return the pieces of a text, half open, one after the other; they end where lines do."""
    if len(text) <= WHOLE:
        return ((0, len(text)),) if text else ()
    pieces, start = [], 0
    while len(text) - start > _PIECE * 3 // 2:
        end = _end(text, start + _PIECE, start + _PIECE * 3 // 2)
        pieces.append((start, end))
        start = end
    return (*pieces, (start, len(text)))


def of_piece(
    text: str, piece: Place, today: date, published: date | None = None
) -> tuple[OfText, ...]:
    """Return what is proposed of a piece of a text, in its order, as `of_text` does of it all.

    Who was named more than 8,000 characters before the piece is not known in it.
    """
    start, end = piece
    if (start, end) == (0, len(text)):
        return of_text(text, today, published)
    head = text[:_HEAD]
    day = published or published_day(propose(head, today)) or day_at_top(head)
    if not start:
        found = of_text(text[:end], today, day)
    else:
        lead = _end(text, max(0, start - _LEAD), start)
        found = tuple(_moved(one, lead) for one in in_text(text[lead:end], day))
    inside = (one for one in found if start <= one.span.start < end)
    return tuple(sorted(inside, key=lambda one: (one.span.start, one.span.end, one.kind)))


def of_pieces(
    text: str, pieces: Sequence[Place], today: date, published: date | None = None
) -> Iterator[tuple[OfText, ...]]:
    """Yield what is proposed of each of several pieces, as `of_piece` does."""
    for piece in pieces:
        yield of_piece(text, piece, today, published)


def _end(text: str, at: int, most: int) -> int:
    """Return the end of the line at a place; where that is too far, of the word, else the place."""
    for sign in ("\n", " "):
        found = text.find(sign, at, most)
        if found >= 0:
            return found + 1
    return at


def _moved(one: OfText, by: int) -> OfText:
    """Return a suggestion that stands so much further on."""
    moved = replace(one, span=_further(one.span, by))
    if isinstance(moved, DateMention) and moved.cue is not None:
        return replace(moved, cue=_further(moved.cue, by))
    if not isinstance(moved, Attribution):
        return moved
    return replace(
        moved,
        cue=_further(moved.cue, by),
        content=_further(moved.content, by),
        more=tuple(_further(span, by) for span in moved.more),
    )


def _further(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by, span.exact)
