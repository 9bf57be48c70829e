"""All that is proposed of one text by itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidence_board.ingest.bibliography import propose
from evidence_board.suggest.attributions import attributions, speeches
from evidence_board.suggest.bibliographic import bibliographic, day_at_top, published_day
from evidence_board.suggest.citations import citations
from evidence_board.suggest.dates import dates
from evidence_board.suggest.hedges import hedges
from evidence_board.suggest.quantities import quantities
from evidence_board.suggest.reading import Reading, read
from evidence_board.suggest.said import Said
from evidence_board.suggest.suggestion import DateMention, OfText


def of_text(text: str, today: date, published: date | None = None) -> tuple[OfText, ...]:
    """Return what is proposed of a text, in its order.

    `published` is the day from which "Monday" and "last week" count; where it is None the text is
    asked. A date after `today` is no date of publication.
    """
    fields = propose(text, today)
    reading = read(text, published or published_day(fields) or day_at_top(text))
    said = speeches(reading)
    mentions = tuple(_with_roles(reading, said))
    spans = tuple((one.span.start, one.span.end) for one in mentions)
    found: list[OfText] = [
        *bibliographic(text, fields),
        *attributions(reading, said),
        *hedges(reading),
        *quantities(reading, spans),
        *mentions,
        *citations(reading, said),
    ]
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.kind)))


def _with_roles(reading: Reading, said: tuple[Said, ...]) -> Iterator[DateMention]:
    """Yield the dates; one beside the verb of a speech, outside what is said, dates that."""
    by_sentence: dict[int, list[Said]] = {}
    for one in said:
        by_sentence.setdefault(reading.sentence_at(one.cue.start)[0], []).append(one)
    for mention in dates(reading):
        here = by_sentence.get(reading.sentence_at(mention.span.start)[0], [])
        if mention.role == "event" and any(_tells_when(one, mention) for one in here):
            yield replace(mention, role="statement")
        else:
            yield mention


def _tells_when(said: Said, mention: DateMention) -> bool:
    content, place = said.content.span, mention.span
    outside = place.end <= content.start or place.start >= content.end
    return outside and abs(place.start - said.cue.end) <= 60
