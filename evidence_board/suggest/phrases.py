"""Speeches told by more than one word: is of the view that, raised concerns over."""

import re
from dataclasses import replace

from evidence_board.suggest.cast import Cast
from evidence_board.suggest.contents import Content, content_left, content_right
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.said import Said
from evidence_board.suggest.sentences import Place
from evidence_board.suggest.speakers import Speaker, speaker_of
from evidence_board.suggest.subjects import subject_before
from evidence_board.suggest.suggestion import Span, span_of, trimmed
from evidence_board.suggest.tokens import Words

_MOOD = (
    r"concerns?|fears?|doubts?|hopes?|confidence|regret|alarm|surprise|disappointment|outrage"
    r"|frustration|optimism|satisfaction|scepticism|skepticism|dismay|anger|worry|worries"
    r"|reservations|misgivings|shock|unease|belief|view|opinion|suspicions?|questions"
)
_NOTICE = (
    r"warning|assurance|claim|announcement|alert|promise|pledge|accusation|allegation|assertion"
    r"|finding|statement|admission|prediction|point"
)
_ABOUT = r"(?=\s+(?:that|about|over|at|with|for|of)\b)"
_THAT = r"(?=\s+that\b)"
_PHRASES = re.compile(
    rf"""\b(?:
      (?:is|are|was|were|remains?|remained)\s+of\s+the\s+(?:firm\s+)?(?:view|opinion|belief){_THAT}
      | (?:takes?|took|holds?|held)\s+the\s+(?:view|position){_THAT}
      | (?:is|are|was|were)\s+(?:also\s+|still\s+|very\s+|quite\s+)?(?:adamant|confident|certain
        |sure|hopeful|convinced|concerned|worried|unequivocal|optimistic|satisfied|emphatic
        |insistent|clear){_THAT}
      | (?:express|voic|rais)(?:es|ed|e)\s+(?:[a-z]+\s+){{0,2}}?(?:{_MOOD}){_ABOUT}
      | (?:issue|make|made|give|gave|sound|repeat)(?:s|d|ed)?\s+(?:an?|the|this|its|his|her)
        \s+(?:[a-z]+\s+){{0,2}}?(?:{_NOTICE}){_THAT}
      | (?:comes?|came|has\s+come)\s+to\s+the\s+conclusion{_THAT}
      | (?:went|goes|go)\s+on\s+to\s+(?:say|claim|add|argue|allege|state|explain)\b
      | (?:is|are|was|were)\s+(?:quick|keen|at\s+pains|careful)\s+to\s+(?:say|stress|add|note
        |point\s+out|emphasi[sz]e)\b
      | (?:is|are|was|were|went|has\s+gone|have\s+gone)\s+on\s+(?:the\s+)?record\s+as\s+saying\b
      | (?:let\s+it\s+be\s+known|makes?\s+it\s+clear|made\s+it\s+clear|served?\s+notice){_THAT}
      | (?:tells?|told|speaks?|spoke|has\s+spoken|have\s+spoken)
        (?=(?:\s+on\s+(?!condition)[\w’'-]+)?\s+of\s)
      | puts?(?=\s+(?:[\w’'-]+\s+){{1,6}}down\s+to\b)
      | (?:has\s+|have\s+|had\s+)?rul(?:es|ed|e)\s+out(?=\s+\w+\s+\w)
      | (?:advis|recommend|argu|counsel)(?:s|es|ed)\s+against(?=\s)
      | (?:assess|regard|rat|class|classifi|consider)(?:e?s|ed)
        (?=\s+(?:[\w’'-]+\s+){{1,9}}?as\s+[\w“"])
      | (?:draws?|drew|called?|calls)\s+attention\s+to\s+the\s+fact{_THAT}
    )""",
    re.VERBOSE,
)
_OVER = re.compile(r"(?:\s+on\s+[\w’'-]+(?=\s+of\s))?\s+(?:about|over|at|with|for|of)\b")


def phrases_in(text: str, sentence: Place) -> dict[int, Span]:
    """Return the phrases of a sentence that tell who says something, by where they begin."""
    return {
        found.start(): span_of(text, *found.span()) for found in _PHRASES.finditer(text, *sentence)
    }


def by_phrase(
    reading: Reading, words: Words, cue: int, phrase: Span, sentence: Place, cast: Cast
) -> Said | None:
    """Return what is said by the subject before a phrase that begins with the token `cue`."""
    if reading.quotation_at(phrase.start) is not None:
        return None
    subject = subject_before(words, cue)
    if subject is None:
        return None
    speaker = speaker_of(reading.text, words, subject.first, subject.last)
    if speaker is None or speaker.sort == "document" or speaker.given in ("we", "i", "you"):
        return None
    over = _OVER.match(reading.text, phrase.end, sentence[1])
    place = over.end() if over else phrase.end
    content = content_right(reading, sentence, place, addressed=False, loose=True)
    if content is None:
        return None
    tokens = words.tokens[subject.first : subject.last]
    named = span_of(reading.text, tokens[0].start, tokens[-1].end)
    return Said(cast.resolved(speaker, phrase.start), phrase, content, named)


_WHOSE = {"his": "he", "her": "she", "their": "they", "its": "it"}
_VIEW = re.compile(
    r"\b(?P<cue>[Ii]n\s+the\s+(?:view|opinion|judge?ment|estimation|words)\s+of\s+(?P<of>[^,.”]{2,60})"
    r"|[Ii]n\s+(?P<whom>his|her|their|its|(?:[\w’'&.-]+\s){0,4}?[\w&.-]+(?:[’']s|s[’']))\s+"
    r"(?:own\s+)?(?:view|opinion|words|estimation|judge?ment|telling|reckoning|account))\b(?=,|[.”]|$)"
)
_HOW = re.compile(
    r"[”\"'’]\s+(?P<cue>(?:is|was)\s+how\s+(?P<whom>(?:[\w’'&.-]+\s){1,5}?)(?:puts?|described?|sums?\s+up"
    r"|summed\s+up|describes))\s+(?:it|this|that|the|him|her|them)\b"
)


def by_view(reading: Reading, words: Words, sentence: Place, cast: Cast) -> Said | None:
    """Return what is said "in her view", before or after these words, or "is how she puts it"."""
    text = reading.text
    how = _HOW.search(text, *sentence)
    found = how or _VIEW.search(text, *sentence)
    if found is None or reading.quotation_at(found.start("cue")) is not None:
        return None
    speaker = _whom(reading, words, found)
    cue = span_of(text, *found.span("cue"))
    content: Content | None
    if how is None and not text[sentence[0] : cue.start].strip(' “"‘'):
        span = trimmed(text, cue.end, sentence[1], " ,;:–—-.")
        content = Content(span) if len(span.exact.split()) >= 3 else None
    else:
        after = reading.quotation_at(cue.end + 2)
        content = (
            Content(trimmed(text, after.inner_start, after.inner_end, " ,."), quoted=True)
            if after is not None and after.start == cue.end + 2
            else content_left(reading, sentence, cue.start)
        )
    if speaker is None or content is None:
        return None
    return Said(cast.resolved(speaker, cue.start), cue, content, None)


def _whom(reading: Reading, words: Words, found: re.Match[str]) -> Speaker | None:
    group = "whom" if found["whom"] else "of"
    whom = found[group].strip().casefold()
    if (pronoun := _WHOSE.get(whom, whom)) in (*_WHOSE.values(),):
        return Speaker(pronoun, "pronoun", pronoun)
    start, end = found.span(group)
    inside = [n for n, one in enumerate(words.tokens) if start <= one.start < end]
    speaker = speaker_of(reading.text, words, inside[0], inside[-1] + 1) if inside else None
    if speaker is None or speaker.sort in ("other", "document"):
        return None
    name = re.sub(r"[’']s?$", "", speaker.name)
    return replace(speaker, name=name, given=re.sub(r"[’']s?$", "", speaker.given))
