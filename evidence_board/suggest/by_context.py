"""What a narrator tells between two sentences of one speaker, or under a headline of one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidence_board.suggest.attributions import attribution
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.said import Said
from evidence_board.suggest.sentences import Place
from evidence_board.suggest.suggestion import Attribution, span_of

_MOST_BETWEEN = 2
_MOST_UNDER_HEADLINE = 30
_FEWEST_WORDS = 4


@dataclass(frozen=True)
class _Told:
    """A sentence of the body, and the speech that it begins or ends with, if it has one."""

    place: Place
    first: Said | None = None
    last: Said | None = None


def by_context(
    reading: Reading, said: tuple[Said, ...], title: Place | None
) -> Iterator[Attribution]:
    """Yield narrator sentences with the speaker that their neighbours or the headline give them.

    Between two sentences of one origin, or all sentences of a body that names nobody else than the
    headline does; what stands in quotation marks is left alone.
    """
    body = tuple(_body(reading, said, title))
    headline = tuple(one for one in said if title and _within(one.cue.start, title))
    under = _of_headline(headline, said)
    if under is not None:
        for told in body[:_MOST_UNDER_HEADLINE]:
            if told.first is None and _is_plain(reading, told.place, said):
                yield _given(reading, told.place, under, "the headline gives it to")
        return
    for before, between, after in _between(reading, body):
        for told in between:
            if _is_plain(reading, told.place, said):
                reason = "it stands between two sentences of"
                yield _given(reading, told.place, _nearer(before, after), reason)


def _nearer(before: Said, after: Said) -> Said:
    """Return the speech whose chain says more of through whom it came."""
    return before if len(before.chain) >= len(after.chain) else after


def _body(reading: Reading, said: tuple[Said, ...], title: Place | None) -> Iterator[_Told]:
    """Yield the sentences after the headline, each with its first and last speech."""
    cues: Mapping[int, list[Said]] = _by_sentence(reading, said)
    for start, end in reading.sentences:
        if title is not None and start < title[1]:
            continue
        here = cues.get(start, [])
        yield _Told((start, end), here[0] if here else None, here[-1] if here else None)


def _by_sentence(reading: Reading, said: tuple[Said, ...]) -> dict[int, list[Said]]:
    found: dict[int, list[Said]] = {}
    for one in said:
        found.setdefault(reading.sentence_at(one.cue.start)[0], []).append(one)
    return found


def _of_headline(headline: tuple[Said, ...], said: tuple[Said, ...]) -> Said | None:
    """Return the speech of a headline that covers the body, for the body names nobody else."""
    if len({one.speaker.name for one in headline}) != 1 or headline[0].speaker.sort == "pronoun":
        return None
    name = headline[0].speaker.name
    others = any(one.speaker.name != name for one in said)
    return None if others or headline[0].denial else headline[0]


def _between(
    reading: Reading, body: tuple[_Told, ...]
) -> Iterator[tuple[Said, tuple[_Told, ...], Said]]:
    """Yield sentences without a speech, with the speeches of one origin before and after them."""
    before: tuple[int, _Told] | None = None
    for number, told in enumerate(body):
        if told.first is None:
            continue
        if before is not None and before[1].last is not None:
            between = body[before[0] + 1 : number]
            if (
                0 < len(between) <= _MOST_BETWEEN
                and before[1].last.speaker.name == told.first.speaker.name
                and told.first.speaker.sort not in ("other", "document")
                and all(_is_beside(reading, one, before[1], told) for one in between)
            ):
                yield before[1].last, between, told.first
        before = number, told


def _is_beside(reading: Reading, one: _Told, before: _Told, after: _Told) -> bool:
    """Whether a sentence shares its paragraph with one of those around it."""
    paragraph = reading.paragraph_at(one.place[0])
    return _within(before.place[0], paragraph) or _within(after.place[0], paragraph)


def _is_plain(reading: Reading, place: Place, said: tuple[Said, ...]) -> bool:
    """Whether a sentence is the narrator's own: no quotation, no part of a speech, some words."""
    words = reading.text[place[0] : place[1]]
    if len(words.split()) < _FEWEST_WORDS or words.rstrip()[-1] not in ".!":
        return False
    if any(mark in words for mark in '“”"«»') or reading.quotation_at(place[0]) is not None:
        return False
    if _OF_THEMSELVES.match(words.strip()):
        return False
    return not any(
        span.start < place[1] and place[0] < span.end
        for one in said
        for span in (one.content.span, *one.content.more)
    )


_OF_THEMSELVES = re.compile(
    r"(?:He|She|They|It|The \w+|Both|All) (?:have |has |had |all |both )?"
    r"(?:asked|requested|declined|refused|spoke|wished|agreed to speak|did not want"
    r"|w(?:as|ere) not authori[sz]ed)\b"
)
"""What a narrator tells of those who speak, not of what they said: They asked not to be named."""


def _within(place: int, around: Place) -> bool:
    return around[0] <= place < around[1]


def _given(reading: Reading, place: Place, said: Said, why: str) -> Attribution:
    span = span_of(reading.text, *place)
    return attribution(said, span, f"{why} {said.speaker.name}")
