"""Attributions without a verb of their own: according to, citing, was quoted as saying."""

import re

from evidence_board.suggest.cast import Cast
from evidence_board.suggest.contents import Content, content_left, content_right
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.said import Said
from evidence_board.suggest.sentences import Place
from evidence_board.suggest.speakers import Speaker, speaker_of
from evidence_board.suggest.subjects import Subject, subject_after, subject_before
from evidence_board.suggest.suggestion import Span, span_of, trimmed
from evidence_board.suggest.tokens import Words
from evidence_board.suggest.word_sets import word_set

_WHOM = {"him": "he", "her": "she", "them": "they", "it": "it"}
_OWN = {"its": "it", "his": "he", "their": "they", "her": "she"}
_NO_SPEAKERS = re.compile(
    r"\b(?:plans?|schedule|laws?|rules?|tradition|needs?|size|age|rank|height|ability|custom)\b",
    re.I,
)


_ACCORDING = (["according", "to"], ["as", "per"])


def according_to(
    reading: Reading, words: Words, cue: int, sentence: Place, cast: Cast
) -> Said | None:
    """Return what is said according to somebody, named after these words."""
    # "according to", "as per": the first and the last of these two words
    first, last = (cue, cue + 1) if words.tokens[cue].plain == "according" else (cue - 1, cue)
    if words.tokens[cue].plain == "per" and re.match(
        r",[oa]D?[aNH]{0,2}[NR]", words.letters[first:]
    ):
        first = cue  # ..., per the Cocoa Organization
    elif first < 0 or [one.plain for one in words.tokens[first : last + 1]] not in _ACCORDING:
        return None
    subject = _named_after(words, last + 1)
    whom = words.tokens[last + 1].plain if last + 1 < len(words.tokens) else ""
    following = words.letters[last + 2 : last + 3]
    if whom in _WHOM and following in ("", ",", ".", ";", "”"):
        subject = Subject(last + 1, last + 2)
    if subject is None:
        return None
    tokens = words.tokens[subject.first : subject.last]
    speaker = speaker_of(reading.text, words, subject.first, subject.last)
    named = span_of(reading.text, tokens[0].start, tokens[-1].end)
    if whom in _OWN and speaker is not None and speaker.sort == "document":
        speaker = Speaker(_OWN[whom], "pronoun", _OWN[whom])
    if whom in _WHOM and tokens[-1].plain == whom:
        speaker = Speaker(_WHOM[whom], "pronoun", _WHOM[whom])
    if speaker is None:
        if words.letters[subject.first : subject.last].strip("na") == "":
            speaker = Speaker(named.exact, "document", named.exact)
        else:
            return None
    if _NO_SPEAKERS.search(named.exact):
        return None
    span = span_of(reading.text, words.tokens[first].start, words.tokens[last].end)
    content = _content_of_according(reading, words, first, subject, sentence)
    if content is None:
        return None
    return Said(cast.resolved(speaker, span.start), span, content, named)


def _named_after(words: Words, place: int) -> Subject | None:
    found = subject_after(words, place, quoted=True)
    if found is not None:
        return found
    match = re.match(r"(?:P|D?[aNHRn]{1,7})(?:o(?:D?[aNHRn]{1,7}))*", words.letters[place:])
    return Subject(place, place + match.end()) if match else None


def _content_of_according(
    reading: Reading, words: Words, cue: int, subject: Subject, sentence: Place
) -> Content | None:
    start = words.tokens[cue].start
    before = reading.text[sentence[0] : start].strip(' ,“"‘—–-')
    place = _comma_after(words, subject.last)
    if len(before.split()) >= 3 and not (place is not None and _is_adjunct(words, cue)):
        return content_left(reading, sentence, start)
    if place is None:
        return None
    span = trimmed(reading.text, words.tokens[place].end, sentence[1], " ,;:–—-.")
    if len(span.exact.split()) < 2:
        return None
    quotation = reading.quotation_at(span.start)
    if quotation is not None and quotation.end >= span.end:
        inner = trimmed(reading.text, quotation.inner_start, quotation.inner_end, " ,")
        return Content(inner, quoted=True)
    return Content(span)


def _is_adjunct(words: Words, cue: int) -> bool:
    """Whether what stands before tells only when or where: Over the past year, according to."""
    before = words.letters[: cue - 1]
    opens = words.letters[:1] == "o" or words.tokens[0].plain in _ADJUNCTS
    return opens and words.letters[cue - 1] == "," and not set(before) & set("bxmvP,")


_ADJUNCTS = word_set("over during since after before until between among across throughout last")


def _comma_after(words: Words, place: int) -> int | None:
    """Return the comma that ends the name and what is told of it."""
    comma = words.letters.find(",", place)
    if comma < 0:
        return None
    following = words.letters.find(",", comma + 1)
    told = words.letters[comma + 1 : comma + 2]
    if following > 0 and words.tokens[comma + 1].plain in ("which", "who", "whose"):
        return following
    between = words.letters[comma + 1 : following] if following > 0 else ""
    if told in ("D", "w", "H", "n") and 0 < len(between) <= 9 and not set(between) & set("bxmvP“”"):
        return following
    return comma


def citing(
    reading: Reading, words: Words, cue: int, sentence: Place, cast: Cast, here: list[Said]
) -> Said | None:
    """Return what somebody says whom another one cites: X reported, citing Y."""
    opened = words.letters[cue + 1 : cue + 2] == "“"
    subject = _named_after(words, cue + 2 if opened else cue + 1)
    if subject is None:
        return None
    speaker = speaker_of(reading.text, words, subject.first, subject.last)
    if speaker is None or speaker.sort == "pronoun":
        return None
    tokens = words.tokens[subject.first : subject.last]
    named = span_of(reading.text, tokens[0].start, tokens[-1].end)
    cue_span = span_of(reading.text, words.tokens[cue].start, words.tokens[cue].end)
    through, content = _cited_by(reading, words, cue, subject, sentence, cast, here)
    if content is None:
        return None
    return Said(
        cast.resolved(speaker, cue_span.start),
        cue_span,
        content,
        named,
        through=through,
        joined=True,
    )


def _cited_by(
    reading: Reading,
    words: Words,
    cue: int,
    subject: Subject,
    sentence: Place,
    cast: Cast,
    here: list[Said],
) -> tuple[tuple[str, ...], Content | None]:
    """Return through whom it comes, and what is said: before these words, or after them."""
    if here:
        last = here[-1]
        return (*last.through, last.speaker.name), last.content
    before = subject_before(words, cue - 1) if words.letters[cue - 1 : cue] == "," else None
    relay = speaker_of(reading.text, words, before.first, before.last) if before else None
    through = (
        (cast.resolved(relay, words.tokens[cue].start).name,)
        if relay and relay.sort in ("outlet", "body", "person")
        else ()
    )
    comma = words.letters.find(",", subject.last)
    verb = words.letters.find("v", subject.last)
    if through and 0 <= comma < verb <= comma + 4:
        return through, content_right(
            reading, sentence, words.tokens[verb].end, addressed=False, loose=True
        )
    left = content_left(reading, sentence, words.tokens[cue].start)
    return ((), left) if left and len(left.span.exact.split()) >= 4 else ((), None)


_IMPERSONAL = re.compile(
    r"\b[Ii]t\s+(?:was|is|has\s+been|had\s+been)\s+(?:\w+ly\s+|also\s+)?"
    r"(?:not\s+)?(?P<cue>reported|claimed|alleged|rumou?red|said|announced|gathered|learn(?:t|ed)"
    r"|disclosed|revealed|specified|stated)\s+(?:that|when|whether|how|why|who|where)\b"
)


def impersonal(reading: Reading, sentence: Place) -> Said | None:
    """Return what is told of nobody: it was reported that."""
    found = _IMPERSONAL.search(reading.text, *sentence)
    if found is None or reading.quotation_at(found.start()) is not None:
        return None
    cue = span_of(reading.text, *found.span("cue"))
    content = content_right(reading, sentence, found.end("cue"), addressed=False, loose=True)
    unknown = Speaker("unknown", "role", "it")
    return Said(unknown, cue, content, None) if content else None


_ANALYSED = re.compile(
    r"\b(?:analy[sz]ed|reviewed|examined|studied|assessed|compiled|interpreted) by(?= )"
)
_SHOW = word_set(
    "shows showed show suggests suggested suggest indicates indicated indicate reveals revealed"
    " reveal found finds confirm confirms confirmed"
)


def analysed_by(reading: Reading, words: Words, sentence: Place, cast: Cast) -> Said | None:
    """Return what pictures or figures show to those who read them: images analysed by X show."""
    found = _ANALYSED.search(reading.text, *sentence)
    if found is None or reading.quotation_at(found.start()) is not None:
        return None
    first = next((n for n, one in enumerate(words.tokens) if one.start > found.end()), 0)
    subject = re.match(r"D?[aNH]{0,4}[NH](?:o?[&D]?N+){0,3}", words.letters[first:])
    if not first or subject is None:
        return None
    last = first + subject.end()
    speaker = speaker_of(reading.text, words, first, last)
    verb = next(
        (
            n
            for n in range(last, min(last + 6, len(words.tokens)))
            if words.tokens[n].plain in _SHOW
        ),
        None,
    )
    if speaker is None or speaker.sort in ("pronoun", "other") or verb is None:
        return None
    end = words.tokens[verb].end
    content = content_right(reading, sentence, end, addressed=False, loose=True)
    if content is None:
        return None
    cue = span_of(reading.text, *found.span())
    named = span_of(reading.text, words.tokens[first].start, words.tokens[last - 1].end)
    return Said(cast.resolved(speaker, cue.start), cue, content, named)


def quoted_as_saying(
    reading: Reading, words: Words, cue: int, sentence: Place, cast: Cast
) -> Said | None:
    """Return what somebody was quoted as saying, and by whom where that is told."""
    for place in range(cue - 2, max(-1, cue - 16), -1):
        if words.tokens[place].plain in (
            "quoted",
            "cited",
            "reported",
            "quotes",
            "cites",
            "quoting",
        ):
            break
    else:
        return None
    back = place - 1
    while back > 0 and words.letters[back] in "brx":
        back -= 1
    subject = subject_before(words, back + 1)
    relay, relay_named = _relay(reading, words, place, cue)
    active = words.letters[place - 1 : place] not in ("b", "r")
    if active:
        relay = _name_of(reading, words, subject, cast)
        subject = _named_after(words, place + 1)
    speaker = speaker_of(reading.text, words, subject.first, subject.last) if subject else None
    content = content_right(reading, sentence, words.tokens[cue].end, addressed=False, loose=True)
    if subject is None or speaker is None or content is None:
        return None
    tokens = words.tokens[subject.first : subject.last]
    named = relay_named or span_of(reading.text, tokens[0].start, tokens[-1].end)
    span = span_of(reading.text, words.tokens[place].start, words.tokens[cue].end)
    through = (relay,) if relay else ()
    return Said(cast.resolved(speaker, span.start), span, content, named, through=through)


def _name_of(reading: Reading, words: Words, subject: Subject | None, cast: Cast) -> str:
    speaker = speaker_of(reading.text, words, subject.first, subject.last) if subject else None
    return cast.resolved(speaker, reading.sentences[0][0]).name if speaker else ""


def _relay(reading: Reading, words: Words, place: int, cue: int) -> tuple[str, Span | None]:
    for at in range(place + 1, cue):
        if words.tokens[at].plain in ("by", "in"):
            subject = _named_after(words, at + 1)
            if subject is None or subject.last > cue:
                continue
            speaker = speaker_of(reading.text, words, subject.first, subject.last)
            if speaker is not None and speaker.sort in ("outlet", "body", "person"):
                return speaker.name, None
    return "", None
