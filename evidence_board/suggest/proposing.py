"""All that is proposed of one text by itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidence_board.ingest.bibliography import propose
from evidence_board.suggest.attributions import attributions, speeches
from evidence_board.suggest.bibliographic import (
    bibliographic,
    day_at_top,
    published_day,
    published_month,
)
from evidence_board.suggest.by_context import by_context
from evidence_board.suggest.citations import citations
from evidence_board.suggest.dates import Based, dates
from evidence_board.suggest.headlines import of_headline
from evidence_board.suggest.hedges import hedges
from evidence_board.suggest.quantities import quantities
from evidence_board.suggest.reading import Reading, read
from evidence_board.suggest.said import Said
from evidence_board.suggest.suggestion import DateMention, OfText

_BESIDE, _LEAD, _FAR = 60, 4, 160
"""Characters from a date to its cue; before a date that begins a sentence; from it to its cue."""


def of_text(text: str, today: date, published: date | None = None) -> tuple[OfText, ...]:
    """Return what is proposed of a text, in its order.

    `published` is the day from which "Monday" and "last week" count; where it is None the text is
    asked. A date after `today` is no date of publication.
    """
    fields = propose(text, today)
    day = published or published_day(fields) or day_at_top(text)
    record = tuple(bibliographic(text, fields))
    title = next(((one.span.start, one.span.end) for one in record if one.field == "title"), None)
    found: list[OfText] = [*record, *in_text(text, day, title, published_month(fields))]
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end, one.kind)))


def in_text(
    text: str,
    published: date | None,
    title: tuple[int, int] | None = None,
    month: date | None = None,
) -> Iterator[OfText]:
    """Yield what is proposed of the sentences of a text, kind by kind; `title` is its own."""
    reading = read(text, published, month)
    said = speeches(reading)
    if title is not None and not any(title[0] <= one.cue.start < title[1] for one in said):
        headline = of_headline(reading, title, said)
        said = (replace(headline, chain=(headline.speaker.name,)), *said) if headline else said
    mentions = tuple(_with_roles(reading, said))
    spans = tuple((one.span.start, one.span.end) for one in mentions)
    yield from attributions(reading, said, title)
    yield from by_context(reading, said, title)
    yield from hedges(reading)
    yield from quantities(reading, spans)
    yield from mentions
    yield from citations(reading, said)


def _with_roles(reading: Reading, said: tuple[Said, ...]) -> Iterator[DateMention]:
    """Yield the dates; one beside the verb of a speech, outside what is said, dates that.

    In the words of a quotation that is so dated, relative dates count from that day.
    """
    by_sentence: dict[int, list[Said]] = {}
    for one in said:
        by_sentence.setdefault(reading.sentence_at(one.cue.start)[0], []).append(one)
    spoken = tuple(_spoken(reading, by_sentence))
    for mention in dates(reading, spoken):
        start = reading.sentence_at(mention.span.start)[0]
        dated = [one for one in by_sentence.get(start, []) if _tells_when(one, mention, start)]
        if mention.role == "event" and dated:
            nearest = min(dated, key=lambda one: abs(mention.span.start - one.cue.end))
            yield replace(mention, role="statement", cue=nearest.cue)
        else:
            yield mention


def _spoken(reading: Reading, by_sentence: dict[int, list[Said]]) -> Iterator[Based]:
    """Yield the quotations whose speech is dated, each with its day."""
    for mention in dates(reading):
        start = reading.sentence_at(mention.span.start)[0]
        for said in by_sentence.get(start, []):
            day = _day(mention.edtf)
            if day is not None and said.content.quoted and _tells_when(said, mention, start):
                for span in (said.content.span, *said.content.more):
                    yield span.start, span.end, day


def _day(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat(edtf) if edtf else None
    except ValueError:
        return None


def _tells_when(said: Said, mention: DateMention, start: int) -> bool:
    """Whether a date is beside the cue of a speech, or begins the sentence that goes on with it.

    `start` is that of their sentence. Between such a beginning and the cue may stand who speaks,
    with a role: "On 3 May the head of the port office, Ola Berg, said".
    """
    content, place, cue = said.content.span, mention.span, said.cue
    outside = place.end <= content.start or place.start >= content.end
    if outside and abs(place.start - cue.end) <= _BESIDE:
        return True
    first = place.start - start <= _LEAD and content.start >= cue.end
    return first and 0 < cue.end - place.end <= _FAR
