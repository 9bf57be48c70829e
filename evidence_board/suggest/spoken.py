"""What a verb of saying says: which words before or after it, and whether these make a speech."""

import re
from bisect import bisect_left
from dataclasses import replace

from evidence_board.suggest import cue_verbs as cues
from evidence_board.suggest.contents import (
    Content,
    after_adjuncts,
    content_left,
    content_right,
    continued,
    is_over,
)
from evidence_board.suggest.saying import Verb
from evidence_board.suggest.speakers import Speaker
from evidence_board.suggest.subjects import Subject
from evidence_board.suggest.suggestion import Span, span_of
from evidence_board.suggest.tokens import words_of

_CLAUSE = re.compile(
    r"\b(?:knew|went|came|took|saw|got|left|lost|fell|rose|won|ran|began|became|kept|felt|thought"
    r"|brought|built|sent|spent|stood|died|meant|grew|broke|paid|lied|wants|needs|knows)\b"
    r"|\b(?!need\b)[a-z]{3,}ed\b|\b\w+[’'](?:re|ve|ll|d|m)\b|\b(?:it|s?he|that|there)[’']s\b"
)


_LAST_DAY = re.compile(r"\s(?:late |early )?(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_HEARING = re.compile(r"\b(?:court|tribunal|inquiry|inquest|jury|hearing|panel|committee)\b", re.I)
_OF_IT = re.compile(
    r"(?:it|him|her|them|this|that|(?:the|his|her|its|their)(?: [\w’'-]+){1,4})(?: as)? "
    r"[“\"](?P<words>[^“”\"]+)[”\"]"
)
_AS = re.compile(r"(?:as|to be)\s+")
_ADDING = re.compile(r"\s*,\s*(?:adding|saying|noting|stressing|insisting|warning)\b")
_CLAIMED = re.compile(r"(?:trial|credit|benefits|asylum|[\w ]{0,20}\blives)\b")
_RESULTS = re.compile(
    r"\b(?:profits?|loss(?:es)?|revenues?|sales|earnings|turnover|income|surplus|deficit)\b"
)
_QUESTION = re.compile(r"(?:why|whether|how|who|if|what|where|when)\b")
_DOING = re.compile(r"(?!nothing|something|anything|everything|during)(?:[a-z]{3,}|be|go|do)ing\b")
_WHAT_CALLED = re.compile(r"\bwhat [\w’' ]{2,40} (?:called|calls|described|termed|dubbed)\b")
_QUOTED = re.compile(r"[“\"«‘]")


def content_of(verb: Verb, subject: Subject, speaker: Speaker) -> Content | None:
    """Return what is said, before the verb or after it; None where nothing is."""
    words, text = verb.words, verb.reading.text
    first, end = words.tokens[subject.begins], verb.sentence[1]
    if subject.inverted:
        content = content_left(verb.reading, verb.sentence, verb.span.start)
        return _with_more(verb, content, words.tokens[subject.last - 1].end)
    addressed = verb.plain in cues.ADDRESSED
    place = after_adjuncts(text, verb.span.end, end, addressed=addressed)
    begins = subject.begins
    if begins > 0 and words.letters[begins - 1] == "[":
        begins -= 1
        first = words.tokens[begins]
    left = begins > 0 and words.letters[begins - 1] in ",”–?!"
    after = words.tokens[begins - 1] if begins else None
    aside = after is not None and after.plain in ("as", "which")
    if after is not None and aside and begins > 1 and verb.plain not in cues.PUTTING:
        # ", as the Courier reported" and ", which he denied"
        left, first = True, after
    quoted = left and "”" in words.letters[max(0, begins - 2) : begins]
    that = text[place:end].lstrip(" ,").startswith("that ")
    as_quoted = re.match(r"[^.!?“\"]{0,60}\bas\s+[“\"]", text[place:end]) and not quoted
    over = (
        not (verb.plain in cues.SO_NAMED and _is_what(verb, subject))
        and is_over(text, place, end)
        and not re.match(r"\s*:", text[place:end])
        and not (verb.plain in cues.PROMISING and text[place:end].startswith(" to "))
    )
    over = over or (left and bool(_ADDING.match(text, place, end)))
    if left and not that and not as_quoted and (quoted or over):
        content = content_left(verb.reading, verb.sentence, first.start)
        if content is not None and (quoted or _is_clause(verb, content.span)):
            return _with_more(verb, content, place)
    loose = (
        _looks_into(verb, speaker)
        or verb.plain in cues.LOOSE | cues.PUTTING | cues.SO_NAMED
        or verb.plain in cues.REMEMBERING | cues.EARNING | cues.ASKING
        or (speaker.sort == "document" and verb.plain in cues.OF_DOCUMENTS)
    )
    right = content_right(
        verb.reading,
        verb.sentence,
        verb.span.end,
        addressed=addressed,
        loose=loose,
        denied=verb.plain in cues.DENYING,
    )
    if right is not None and not that:
        right = _as_noun(verb, right, what=_is_what(verb, subject))
    if right is not None and (right.quoted or that or as_quoted or not over):
        return right
    return _in_next_paragraph(verb, place)


def _as_noun(verb: Verb, content: Content, *, what: bool) -> Content:
    """Return what is said of a thing: the talks, without the day; called it “a shambles”."""
    if what and verb.plain in cues.SO_NAMED:
        text, span = verb.reading.text, content.span
        lead = _AS.match(text, span.start, span.end)
        start = lead.end() if lead else span.start
        quotation = verb.reading.quotation_at(start)
        if quotation is not None and quotation.start == start:
            return Content(span_of(text, start, quotation.end))
        return Content(span_of(text, start, span.end))
    dismissed = _OF_IT.fullmatch(content.span.exact) if verb.plain in cues.DENYING else None
    if dismissed is not None and " as " in content.span.exact:
        start, end = (content.span.start + place for place in dismissed.span("words"))
        return Content(span_of(verb.reading.text, start, end), quoted=True)
    if verb.plain in cues.BARE_OBJECT:
        return _without_time(verb, content)
    if (
        verb.plain in cues.PUTTING
        and not verb.is_phrase
        and (aside := content.span.exact.find(", ")) > 0
    ):
        start = content.span.start
        return Content(span_of(verb.reading.text, start, start + aside))
    quoted = _OF_IT.fullmatch(content.span.exact) if verb.plain in cues.QUOTE_ONLY else None
    if quoted is None:
        return content
    start, end = quoted.span("words")
    first = content.span.start
    return Content(span_of(verb.reading.text, first + start, first + end), quoted=True)


def _without_time(verb: Verb, content: Content) -> Content:
    """Return what is said without the day on which it was, where it is no clause."""
    found = _LAST_DAY.search(content.span.exact)
    if content.quoted or found is None or _has_verb(verb, content.span):
        return content
    end = content.span.start + found.start()
    return replace(content, span=span_of(verb.reading.text, content.span.start, end))


def _with_more(verb: Verb, content: Content | None, place: int) -> Content | None:
    if content is None or not content.quoted:
        return content
    end = after_adjuncts(verb.reading.text, place, verb.sentence[1], addressed=False)
    more = continued(verb.reading, end) or continued(verb.reading, verb.sentence[1])
    return replace(content, more=more)


def _in_next_paragraph(verb: Verb, place: int) -> Content | None:
    """Return the next paragraph where the sentence ends with a colon."""
    text, end = verb.reading.text, verb.sentence[1]
    if text[place:end].strip() != ":" and not text[place:end].rstrip().endswith(":"):
        return None
    number = bisect_left(verb.reading.paragraphs, (end, 0))
    if number == len(verb.reading.paragraphs):
        return None
    start, last = verb.reading.paragraphs[number]
    quotation = verb.reading.quotation_at(start)
    if quotation is not None and quotation.start == start:
        last = quotation.end
        if text[last - 1] not in '”"»':
            last = _end_of_long(verb, number, last)
    return Content(span_of(text, start, last), quoted=quotation is not None)


_MOST_PARAGRAPHS = 8


def _end_of_long(verb: Verb, number: int, last: int) -> int:
    """Return where a quotation of several paragraphs ends that only a later one closes."""
    text, paragraphs = verb.reading.text, verb.reading.paragraphs
    for start, end in paragraphs[number + 1 : number + 1 + _MOST_PARAGRAPHS]:
        words = text[start:end]
        if words[0] in "“" and words.count("“") <= words.count("”"):
            return end if words.rstrip().endswith("”") else last
        if words.count("”") > words.count("“"):
            return end
    return last


def holds(verb: Verb, speaker: Speaker, content: Content, subject: Subject) -> bool:
    """Whether verb and content make a speech: some verbs need a quotation, a "that", a clause."""
    text, plain = verb.reading.text, verb.plain
    words = content.span.exact
    that = text[verb.span.end : content.span.start].rstrip().endswith("that")
    if (
        plain in cues.FINDING_OUT - cues.QUOTE_ONLY - cues.WITH_CLAUSE
        and not that
        and speaker.sort != "document"
    ):
        return False
    if plain.startswith("declare") and re.search(r"\bdividend\b", words):
        return False
    if plain.startswith("claim") and _CLAIMED.match(words):
        return False
    if plain in cues.EXPECTING and not that:
        told = _has_verb(verb, content.span) or re.search(r"\w to \w", words)
        return speaker.sort in ("person", "role") and bool(told) and not words.startswith("to ")
    if words.startswith(("to ", "not to ")):
        return plain in cues.PROMISING or plain.startswith("claim")
    if plain in cues.ASKING and _QUESTION.match(words):
        return True
    if plain in cues.EARNING and _RESULTS.search(words):
        return True
    if plain in cues.REMEMBERING and _DOING.match(words):
        return True
    if content.quoted or (subject.inverted and speaker.sort != "document"):
        return True
    if plain in cues.SO_NAMED and _is_what(verb, subject):
        return True
    if plain in cues.PUTTING and not verb.is_phrase:
        return True
    if plain in cues.QUOTE_ONLY:
        if that and plain in cues.TELLING_AT_LENGTH:
            return True
        if plain in ("responded", "replied") or _WHAT_CALLED.search(content.span.exact):
            return False
        return bool(_QUOTED.search(content.span.exact))
    left = content.span.end <= verb.span.start
    if plain == "heard":
        return bool(_HEARING.search(speaker.given)) and (that or _has_verb(verb, content.span))
    if _looks_into(verb, speaker):
        return len(content.span.exact.split()) >= 3
    if plain in cues.THAT_ONLY - cues.WITH_CLAUSE - cues.BARE_OBJECT and not (that or left):
        return speaker.sort == "document" and plain in cues.OF_DOCUMENTS
    if plain in cues.WITH_CLAUSE and not (that or left):
        return _has_verb(verb, content.span)
    if that or left or plain in cues.BARE_OBJECT:
        return True
    return _is_clause(verb, content.span)


def _looks_into(verb: Verb, speaker: Speaker) -> bool:
    """Whether somebody found what is told by looking into it: inspectors, the CQC, a study."""
    if verb.plain not in cues.FOUND:
        return False
    words = speaker.given.casefold().split()
    named = speaker.sort == "body" and speaker.given.removeprefix("The ").isupper()
    return named or not cues.LOOKING_INTO.isdisjoint(words)


def _is_what(verb: Verb, subject: Subject) -> bool:
    """Whether the words tell what somebody calls a thing: in what the mayor called a betrayal."""
    before = verb.words.tokens[subject.first - 1].plain if subject.first else ""
    return before == "what"


def _is_clause(verb: Verb, span: Span) -> bool:
    """Whether words may be a clause."""
    return _has_verb(verb, span) or len(span.exact.split()) >= 4


def _has_verb(verb: Verb, span: Span) -> bool:
    letters = words_of(verb.reading.text, span.start, span.end).letters
    return bool(set(letters) & set("bxmv")) or bool(_CLAUSE.search(span.exact))
