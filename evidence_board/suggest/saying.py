"""A verb of saying in its sentence: whether it is one there, and whose it is."""

import re
from dataclasses import dataclass

from evidence_board.suggest import cue_verbs as cues
from evidence_board.suggest.contents import after_adjuncts, is_over
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.sentences import Place
from evidence_board.suggest.subjects import Subject, shown_before, subject_after, subject_before
from evidence_board.suggest.suggestion import Span, span_of
from evidence_board.suggest.tokens import Words
from evidence_board.suggest.word_sets import word_set

_OF_NOUNS = word_set(
    "initial early local some recent new earlier media press unconfirmed latest first",
    "other false",
)


_OF_STATES = word_set(
    "member gulf arab baltic coastal swing nation neighbouring neighboring littoral western",
    "eastern southern northern federal european african asian island contracting participating",
    "these those",
)
"""What stands before states that are countries: three member states."""
_PLURALS = word_set(
    "they people police men women media who others both many some also now still and"
)
_TO_WHOM = re.compile(r" to (?:[\w’'&.-]+ ){1,6}?that ")
_LONG_QUOTATION = 80


@dataclass(frozen=True)
class Verb:
    """A verb of saying in its sentence."""

    reading: Reading
    words: Words
    cue: int
    sentence: Place

    @property
    def plain(self) -> str:
        """The verb in lower case."""
        return self.words.tokens[self.cue].plain

    @property
    def before(self) -> str:
        """The letter of the token before it."""
        return self.words.letters[self.cue - 1] if self.cue else ""

    @property
    def span(self) -> Span:
        """Where it stands."""
        token, last = self.words.tokens[self.cue], self.cue
        if self.is_phrase:
            last += 1
        return span_of(self.reading.text, token.start, self.words.tokens[last].end)

    @property
    def is_phrase(self) -> bool:
        """Whether it speaks with the word after it: pointed out, gave evidence."""
        following = self.words.tokens[self.cue + 1 : self.cue + 2]
        return bool(following) and following[0].plain in cues.PHRASES.get(self.plain, ())


def is_no_cue(verb: Verb) -> bool:
    """Whether the verb is passive, an infinitive, after a modal, or part of a noun."""
    previous = verb.words.tokens[verb.cue - 1].plain if verb.cue else ""
    if previous in ("to", "of", "by", "without", "so", "for", "from"):
        return True
    nouns = verb.plain in (
        "reports",
        "report",
        "claims",
        "claim",
        "estimates",
        "notes",
        "shows",
        "finds",
    )
    if verb.plain in ("states", "state") and (previous in _OF_STATES or _counts(verb)):
        return True
    if nouns and (previous in _OF_NOUNS or previous.endswith(("’s", "'s", "s’"))):
        return True
    if verb.plain in cues.BARE_FORMS and not _is_plural(previous):
        shown = shown_before(verb.words, verb.cue)
        if shown is None or not _is_plural(verb.words.tokens[shown.last - 1].plain):
            return True
    back = verb.cue - 1
    while back >= 0 and verb.words.letters[back] == "r":
        back -= 1
    if back >= 0 and verb.words.letters[back] in "bm" and not _would_only(verb, back):
        return True
    following = verb.words.tokens[verb.cue + 1 : verb.cue + 2]
    if following and following[0].plain in ("by", "to", "for", "of") and not _may_go_on(verb):
        return True
    if verb.words.letters[: verb.cue].count("P") and previous in ("i", "you", "we"):
        return True
    quotation = verb.reading.quotation_at(verb.span.start)
    return quotation is not None and quotation.end - quotation.start < _LONG_QUOTATION


def _counts(verb: Verb) -> bool:
    """Whether a number stands before it: five states."""
    return verb.before == "n"


def _is_plural(word: str) -> bool:
    return (word.endswith("s") and not word.endswith(("’s", "'s"))) or word in _PLURALS


def _would_only(verb: Verb, modal: int) -> bool:
    """Whether a modal tells what was said: would only say that."""
    tokens = verb.words.tokens
    near = (tokens[verb.cue - 1].plain, *(one.plain for one in tokens[verb.cue + 1 : verb.cue + 2]))
    return tokens[modal].plain in ("would", "will", "could", "can") and "only" in near


def _may_go_on(verb: Verb) -> bool:
    """Whether a preposition may follow: warned of, claims to have seen."""
    if verb.plain in ("warned", "warns"):
        return True
    following = verb.words.tokens[verb.cue + 1 : verb.cue + 3]
    if following[0].plain == "to" and _TO_WHOM.match(verb.reading.text, verb.span.end):
        return True
    if verb.plain in cues.PROMISING and following[0].plain == "to":
        return True
    return verb.plain in ("claim", "claims", "claimed") and following[-1].plain in ("have", "be")


def subject_of(verb: Verb) -> Subject | None:
    """Return the subject of the verb, before or after it."""
    words, cue = verb.words, verb.cue
    told = verb.plain in cues.ADDRESSED and not verb.plain.startswith("warn")
    closed = verb.before in ",”?!" or (cue > 0 and words.tokens[cue - 1].word == "'")
    if closed and not told:
        quoted = "”" in words.letters[max(0, cue - 3) : cue]
        after = subject_after(words, cue + 1, quoted=quoted) or _with_adjunct(verb)
        ends = after is not None and _ends_sentence(verb, after)
        left = verb.before == "," and not quoted and _has_left(verb, after) and not ends
        if after is not None and not left:
            return after
    return subject_before(words, cue)


def _with_adjunct(verb: Verb) -> Subject | None:
    """Return the subject after the verb where only how it was said follows: in a filing."""
    after = subject_after(verb.words, verb.cue + 1, quoted=True)
    if after is None:
        return None
    text, end = verb.reading.text, verb.sentence[1]
    rest = after_adjuncts(text, verb.words.tokens[after.last - 1].end, end, addressed=False)
    return None if text[rest:end].strip(" .”’\"'") else after


def _ends_sentence(verb: Verb, subject: Subject) -> bool:
    """Whether nothing follows whom the verb names: ..., said officials of the authority."""
    head = verb.words.letters[subject.first : subject.last].partition("o")[0]
    if head[-1:] not in ("H", "N"):
        return False
    end = verb.words.tokens[subject.last - 1].end
    return not verb.reading.text[end : verb.sentence[1]].strip(" .”’\"'")


def _has_left(verb: Verb, after: Subject | None) -> bool:
    """Whether a subject with an apposition stands before the verb, and what follows is said."""
    if subject_before(verb.words, verb.cue) is None:
        return False
    if is_over(verb.reading.text, verb.span.end, verb.sentence[1]):
        return False
    thing = after is not None and not set(verb.words.letters[after.first : after.last]) & set(
        "HNPR"
    )
    return thing or len(verb.reading.text[verb.span.end : verb.sentence[1]].split()) > 4
