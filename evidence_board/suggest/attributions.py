"""Attributions: who says what in a text, through whom, and by which words it is told."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from evidence_board.suggest import cue_verbs as cues
from evidence_board.suggest.apposition import has_own_subject, roles_beside, sort_told
from evidence_board.suggest.cast import Cast, cast_of
from evidence_board.suggest.chains import chained
from evidence_board.suggest.colon_speeches import after_colon
from evidence_board.suggest.contents import content_right, whole
from evidence_board.suggest.further_cues import (
    according_to,
    analysed_by,
    citing,
    impersonal,
    quoted_as_saying,
)
from evidence_board.suggest.main_subjects import main_subject, may_stand_for
from evidence_board.suggest.own_words import is_itself, is_of_others
from evidence_board.suggest.phrases import by_phrase, by_view, phrases_in
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.relays import passed_on, reported_so, told_to
from evidence_board.suggest.said import Said
from evidence_board.suggest.saying import Verb, is_no_cue, subject_of
from evidence_board.suggest.sentences import Place
from evidence_board.suggest.speakers import Speaker, speaker_of
from evidence_board.suggest.spoken import content_of, holds
from evidence_board.suggest.subjects import Subject
from evidence_board.suggest.suggestion import Attribution, Span, span_of
from evidence_board.suggest.tokens import Words, words_of
from evidence_board.suggest.turns import turns

_TITLE_BEFORE = re.compile(r"(?:(?:its|his|her|their|the) [\w ’-]{3,50}, )?")
_NEXT_CLAUSE = re.compile(r"(?:,\s+(?:while|but|whereas|though|although)|;(?:\s+(?:but|and))?)\s+")


def speeches(reading: Reading) -> tuple[Said, ...]:
    """Return who says what in a text, in the order of the words that tell so."""
    cast = cast_of(reading.text)
    found = turns(reading)
    for sentence in reading.sentences:
        words = words_of(reading.text, *sentence)
        found += _of_sentence(reading, words, sentence, cast)
    found = reported_so(reading, passed_on(found))
    return tuple(chained(sorted(found, key=lambda one: (one.cue.start, one.cue.end))))


def attributions(
    reading: Reading, found: Iterable[Said], title: Place | None = None
) -> Iterator[Attribution]:
    """Yield these speeches as suggestions; what stands in the title is marked as a headline."""
    for said in found:
        one = _attribution(said, reading)
        if title is not None and title[0] <= said.cue.start < title[1]:
            one = replace(one, mode="headline")
        yield one


def attribution(said: Said, narrated: Span, reason: str) -> Attribution:
    """Return what a narrator tells as the speaker's of a speech beside it, by context."""
    return replace(
        _told(said),
        span=narrated,
        reason=reason,
        content=narrated,
        more=(),
        mode="narrator attributed by context",
        denial=False,
    )


def _of_sentence(reading: Reading, words: Words, sentence: Place, cast: Cast) -> Iterator[Said]:
    here: list[Said] = []
    phrases = phrases_in(reading.text, sentence)
    for cue, letter in enumerate(words.letters):
        said: Said | None = None
        plain = words.tokens[cue].plain
        if plain in ("according", "per"):
            said = according_to(reading, words, cue, sentence, cast)
        elif phrase := phrases.get(words.tokens[cue].start):
            said = by_phrase(reading, words, cue, phrase, sentence, cast)
        elif plain in ("citing", "quoting"):
            said = citing(reading, words, cue, sentence, cast, here)
        elif plain in ("saying", "stating", "telling") and words.tokens[cue - 1].plain == "as":
            said = quoted_as_saying(reading, words, cue, sentence, cast)
        elif letter == "v":
            said = _by_verb(reading, words, cue, sentence, cast, here)
        if said is not None:
            here = [_before(_within(one, said, reading.text), said, reading.text) for one in here]
            here.append(said)
            cast.note(said.speaker)
    if told := impersonal(reading, sentence):
        here.append(told)
    if viewed := by_view(reading, words, sentence, cast):
        here.append(viewed)
        cast.note(viewed.speaker)
    if analysed := analysed_by(reading, words, sentence, cast):
        # What the pictures show is the finding of who read them.
        here = [one for one in here if one.content.span.start != analysed.content.span.start]
        for one in here:
            analysed = _as_told(_within(analysed, one, reading.text), one)
        here.append(analysed)
        cast.note(analysed.speaker)
    if not here and (colon := after_colon(reading, words, cast)):
        here.append(colon)
        cast.note(colon.speaker)
    if not here and set(words.letters) & set("abxv"):
        speaker = main_subject(reading.text, words, cast)
        if speaker is not None and (speaker.sort != "person" or " " in speaker.name):
            cast.note(speaker)
    yield from here


def _within(inner: Said, outer: Said, text: str) -> Said:
    """Return a speech that ends where the words end in which another one tells of it."""
    span, around = inner.content.span, outer.content.span
    inside = around.start <= inner.cue.start and inner.cue.end <= around.end
    if outer.joined or not inside or not span.start < around.end < span.end:
        return inner
    return replace(
        inner, content=replace(inner.content, span=span_of(text, span.start, around.end))
    )


def _as_told(analysed: Said, outer: Said) -> Said:
    """Return an analysis with all the words in which somebody tells of it."""
    span, around = analysed.content.span, outer.content.span
    if around.start <= analysed.cue.start and span.end <= around.end and not outer.content.quoted:
        return replace(analysed, content=replace(analysed.content, span=around))
    return analysed


def _before(earlier: Said, said: Said, text: str) -> Said:
    """Return a speech that ends where its sentence goes on with another: ", while police said"."""
    span, named = earlier.content.span, said.named
    if named is None or not earlier.cue.end <= span.start < named.start < span.end:
        return earlier
    ended = _NEXT_CLAUSE.search(text, span.start, named.start)
    if ended is None or not _TITLE_BEFORE.fullmatch(text, ended.end(), named.start):
        return earlier
    cut = span_of(text, span.start, ended.start())
    return replace(earlier, content=replace(earlier.content, span=cut)) if cut.exact else earlier


def _by_verb(
    reading: Reading, words: Words, cue: int, sentence: Place, cast: Cast, here: list[Said]
) -> Said | None:
    verb = Verb(reading, words, cue, sentence)
    if is_no_cue(verb):
        return None
    subject = subject_of(verb)
    participle = verb.plain in cues.PARTICIPLES
    if subject is None or (
        participle and not subject.inverted and not has_own_subject(words, subject)
    ):
        return _continuing(verb, cast, here)
    speaker = speaker_of(reading.text, words, subject.first, subject.last)
    if speaker is None or not _may_speak(verb, speaker):
        return None
    content = content_of(verb, subject, speaker)
    if content is None or not holds(verb, speaker, content, subject):
        return None
    if not is_of_others(speaker) or is_itself(reading, speaker, verb.span.start):
        return None
    roles = speaker.roles | roles_beside(words, subject)
    if speaker.sort == "person" and (sort := sort_told(words, subject)) != "person":
        full = cast.full_names.get(speaker.name.casefold(), speaker.name)
        speaker = replace(speaker, sort=sort, name=full)
    resolved = cast.resolved(replace(speaker, roles=roles), verb.span.start)
    quoted = reading.quotation_at(words.tokens[0].start) is not None
    far = subject.first > 2 and not quoted
    if speaker.sort == "pronoun" and reading.quotation_at(verb.span.start) is not None:
        return None  # whom those who are quoted mean is not told
    if speaker.sort == "pronoun" and far:
        main = None if here else main_subject(reading.text, words, cast)
        if main is not None and may_stand_for(speaker.given, main):
            resolved = replace(main, given=speaker.given)
    tokens = words.tokens[subject.first : subject.last]
    named = span_of(reading.text, tokens[0].start, tokens[-1].end)
    denial, outlet = verb.plain in cues.DENYING, told_to(verb, subject)
    return Said(resolved, verb.span, content, named, denial=denial, told_to=outlet)


def _may_speak(verb: Verb, speaker: Speaker) -> bool:
    if verb.plain in cues.OF_NEWSROOMS:
        return speaker.sort == "outlet" or (speaker.sort == "body" and speaker.name.isupper())
    if verb.plain in ("read", "reads"):
        return speaker.sort == "document"
    if speaker.sort == "document":
        return verb.plain in cues.OF_DOCUMENTS
    if verb.plain in ("shows", "showed", "suggests", "indicates", "found", "finds", "documented"):
        return speaker.sort in ("body", "person", "outlet", "role", "pronoun")
    return speaker.sort != "other" or verb.plain in cues.OF_ANYBODY


def _continuing(verb: Verb, cast: Cast, here: list[Said]) -> Said | None:
    """Return the speech of who spoke before: "..., adding that" and "... and denied that"."""
    back = verb.cue - 1
    while back > 0 and verb.words.letters[back] in "xr":
        back -= 1
    previous = verb.words.tokens[back].plain if back >= 0 else ""
    participle = verb.plain in cues.PARTICIPLES and previous in (",", "and", "–", "but")
    if not participle and previous not in ("and", "but"):
        return None
    content = content_right(
        verb.reading,
        verb.sentence,
        verb.span.end,
        addressed=verb.plain in cues.ADDRESSED,
        loose=True,
    )
    if content is None:
        return None
    if here and not participle and here[-1].cue.end > verb.span.start:
        return None
    clause = verb.words if here else _last_clause(verb.words, verb.cue)
    speaker = here[-1].speaker if here else main_subject(verb.reading.text, clause, cast)
    if speaker is None or not holds(verb, speaker, content, Subject(0, 0)):
        return None
    if is_itself(verb.reading, speaker, verb.span.start):
        return None
    stop = verb.words.tokens[back].start
    shortened = _cut(here, stop, verb.reading.text) if here else None
    if shortened:
        here[-1] = shortened
    return Said(speaker, verb.span, content, None, verb.plain in cues.DENYING, joined=True)


def _last_clause(words: Words, cue: int) -> Words:
    """Return the words of the clause before a verb: while counsel Anna Reed pleaded for less."""
    for place in range(cue - 1, 0, -1):
        joins = words.tokens[place].plain in ("while", "whereas")
        if joins and words.letters[place - 1] == ",":
            return Words(words.tokens[place + 1 :], words.letters[place + 1 :])
    return words


def _cut(here: list[Said], stop: int, text: str) -> Said | None:
    """Return the speech before, ending where the next verb of the same speaker begins."""
    last = here[-1]
    if not last.content.span.start < stop < last.content.span.end:
        return None
    end = stop
    kept = re.sub(r"[\s,]*(?:and|but)?[\s,]*$", "", text[last.content.span.start : end])
    if len(kept.split()) < 2:
        return None
    span = span_of(text, last.content.span.start, last.content.span.start + len(kept))
    return replace(last, content=replace(last.content, span=span))


def _attribution(said: Said, reading: Reading) -> Attribution:
    parts = [said.cue, said.content.span, *said.content.more]
    if said.named is not None:
        parts.append(said.named)
    return replace(_told(said), span=whole(reading.text, *parts))


def _told(said: Said) -> Attribution:
    anonymous = said.speaker.sort == "role" and bool(said.speaker.affiliation or said.anonymous)
    return Attribution(
        said.cue,
        _reason(said),
        said.speaker.name,
        said.cue,
        said.content.span,
        said.chain,
        said.speaker.given,
        said.content.more,
        "quotation" if said.content.quoted else "paraphrase",
        said.denial,
        "unknown" if said.speaker.name == "unknown" else "anonymous" if anonymous else "identified",
        said.speaker.affiliation,
    )


def _reason(said: Said) -> str:
    words = f"“{said.cue.exact}”"
    if re.sub(r"^[Tt]he ", "", said.speaker.given) != said.speaker.name:
        return f"{words}: {said.speaker.given} stands for {said.speaker.name}"
    return f"{words} tells who says so"
