"""Speeches told by more than one word: is of the view that, raised concerns over."""

import re

from evidence_board.suggest.cast import Cast
from evidence_board.suggest.contents import content_right
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.said import Said
from evidence_board.suggest.sentences import Place
from evidence_board.suggest.speakers import speaker_of
from evidence_board.suggest.subjects import subject_before
from evidence_board.suggest.suggestion import Span, span_of
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
      | (?:draws?|drew|called?|calls)\s+attention\s+to\s+the\s+fact{_THAT}
    )""",
    re.VERBOSE,
)
_OVER = re.compile(r"\s+(?:about|over|at|with|for|of)\b")


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
