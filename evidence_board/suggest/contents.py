"""What is said: which words of a sentence, or of a quotation, belong to a verb of saying."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_board.suggest.quotations import Quotation
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.suggestion import Span, span_of, trimmed
from evidence_board.suggest.tokens import Words

_MARKS = " ,;:–—-“”\"‘’'.…"
_ADJUNCT = re.compile(
    r"""\s*,?\s*(?:
      (?:quoting|citing|referring|without|in|on|at(?!\s+(?:least|most)\b)|via|through|by|during|to|from|of|with|for
        |after|before|following|over(?!\s+\W?\d)|late|early
        |as|when|while|amid|without|ahead|under|outside|inside|near|shortly|soon|afterwards|later
        |earlier|today|yesterday|again|also|this|last|next|repeatedly|publicly|privately
        |immediately|briefly|bluntly|simply|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b
    )""",
    re.VERBOSE,
)
_PLACE_AND_TIME = re.compile(
    r"""(?:\s*,?\s*(?:
      (?:late\s+|early\s+)?(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
        (?:\s+(?:morning|evening|afternoon|night))?
      | \d{1,2}-\d{1,2}\b | unanimously
      | (?:today|yesterday|tonight|earlier|later|afterwards|again|last\s+(?:week|month|year|night)
        |this\s+(?:week|month|year|morning|afternoon|evening)|earlier\s+this\s+(?:week|month|year)|also|separately)
      | (?:on|in|at|by|via|through|during|to|from|over)\s+(?:(?!that\b|on\b|in\b|at\b|it\b
        |he\b|she\b|they\b|there\b)[\w’'‑-]+\s+){0,4}?
        (?:statement|interview|briefing|conference|report|post|letter|note|e-?mail|phone|telephone
        |tweet|speech|address|message|call|filing|paper|reporters|journalists|media|parliament|summary
        |article|study|meeting|hearing|release|website|Facebook|Twitter|X|television|TV|radio|analysis
        |lawmakers|MPs|court|editorial|memo|blog|survey|review|communiqu[eé])\b
        (?:\s+(?:interview|conference|statement|post|call|briefing|report|programme|program|show|meeting
          |message|filing|papers|documents|hearing|article|broadcast|address))?
        (?:\s+(?:published|released|issued|posted|seen\s+by\s+[\w\s]{1,20}|dated|sent
          |on(?!\s+(?:X|Facebook|Twitter|television|TV|radio)\b)|late)
          (?:\s+(?:on|in|late|early))?
          (?:\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s+[\w]+\s+\d{1,2}|\s+\d{1,2}\s+\w+)?)?
      | (?:in|on)\s+(?:(?:early|late|mid-?)\s*)?(?:January|February|March|April|May|June|July|August
        |September|October|November|December)(?:\s+\d{1,2})?(?:,?\s+\d{4})?
      | (?:in|on)\s+\d{1,2}\s+\w+|in\s+\d{4}
    ))*""",
    re.VERBOSE,
)
_ADDRESSEE = re.compile(
    r"""(?!\s*,?\s*that\b)\s*(?:
      (?:the\s+|an?\s+|his\s+|her\s+|its\s+|their\s+|local\s+|state\s+)?
      (?:[\w’'&.‑-]+\s+){0,5}?[\w’'&.‑-]+)
      (?=\s+that\b|\s*,|\s*:|\s+in\s|\s+on\s|\s+at\s|\s+by\s|\s+during\s|\s+after\s|\s*[.“"]|\s+(?:he|she
      |it|they|there|the|his|her|we|no|its|their|a|an|this|these|those|some|any|more)\s|$)""",
    re.VERBOSE,
)
_BEFORE_THAT = re.compile(
    r"(?:\s+(?:at|in|on|during|to|after|before|from|via|through|by|with|under)\s+(?!that\b)"
    r"(?:[\w’'.&-]+\s+){0,7}?[\w’'.&-]+){1,3}?(?=\s*,?\s+that\s+(?!(?:was|were|is|are|has|have|had"
    r"|will|would|can|could|may)\b))"
)
_CITED_BEFORE_THAT = re.compile(
    r"\s*,\s*(?:citing|quoting|referring\s+to|with\s+reference\s+to)\s+[^,“”\".;]{3,80},(?=\s+that\b)"
)
_PERSON = re.compile(
    r"\s*(?:us|me|him|her|them|you|it|reporters|journalists|lawmakers|MPs|investors)\b"
)
_GOING_ON = re.compile(r"\s*,\s*(?!saying|adding)[a-z]+ing\b")
_ENDINGS = re.compile(
    r"(?:,|\s[–—-])?\s+(?:an?)\s+(?:claim|allegation|charge|accusation|assertion|suggestion|view"
    r"|characteri[sz]ation|contention)\b"
    r"|,\s+while\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s[\w’'-]+){0,5}?\s(?:called|urged|demanded|welcomed"
    r"|criticised|criticized|praised|condemned|backed|declined|refused)\b"
    r"|(?<=[”\"]),\s+(?:while|whereas|although|though)\s"
    r"|\s+and\s+(?:has\s+|have\s+|also\s+)?(?:urged|appealed|called\s+on|advised|asked)\s+"
    r"(?:[\w’'-]+\s+){1,8}?(?:to|not\s+to|against)\s"
    r"|(?<=[”\"])\s+and\s+(?:\w+ly\s+)?[a-z]{3,}ed\b"
    r"|,?\s+(?:but|and|though|while|although)\s+(?:[\w’'-]+\s+){0,5}?(?:declined|refused"
    r"|did(?:n[’']t|\s+not)|could\s+not\s+be|would\s+not|wouldn[’']t|has\s+not|hasn[’']t)\s+"
    r"(?:return|respond|comment|elaborate|immediately|reply|say|give|provide|be\s+reached|reached"
    r"|to\s)"
)
_GOES_ON = re.compile(
    r",\s+(?:in|of|for|to|on|by|with|at|under|through|from)\s+(?:which|whom|whose)\b"
)
_SHORT, _MOST_PARAGRAPHS = 60, 8
_BUT = re.compile(r",?\s+but\s")
_TO_SOMEBODY = re.compile(r"\s*(?:that\b|:|,?\s*[“\"])")
_THAT = re.compile(
    r"\s*,?\s*that\b(?!\s+(?:is|was|are|were|has|had|will|would|could|may|might|means|makes)\b)"
)
_HOWEVER = re.compile(
    r"\s*,\s*(?:however|too|meanwhile|therefore|moreover|nevertheless|nonetheless|though|in turn"
    r"|of course|in contrast|by contrast|for (?:his|her|its|their) part)\s*,(?=\s)"
)
_ASIDE = re.compile(
    r"\s*,\s*(?:(?:citing|quoting|referring\s+to|speaking|adding|which|who|where)\b)"
)


@dataclass(frozen=True)
class Content:
    """What is said, where else it goes on, and whether it is a quotation."""

    span: Span
    more: tuple[Span, ...] = ()
    quoted: bool = False


def content_left(reading: Reading, sentence: tuple[int, int], stop: int) -> Content | None:
    """Return what is said before `stop`, where the words that attribute it begin."""
    text, start = reading.text, sentence[0]
    quotation = _quotation_ending(reading, stop)
    if quotation is not None and quotation.inner_start < quotation.inner_end:
        words = text[start : quotation.start] if quotation.start > start else ""
        if len(words.split()) >= 3 and quotation.inner_end - quotation.inner_start < 60:
            return _content(text, start, stop)
        return Content(_inner(text, quotation), quoted=True)
    return _content(text, start, stop)


def _content(text: str, start: int, stop: int) -> Content | None:
    span = trimmed(text, start, stop, " ,;:–—-")
    if span.exact[:1] in "“‘" and not set(span.exact) & set("”’"):
        span = trimmed(text, span.start + 1, span.end)
    return Content(span) if len(span.exact.split()) >= 2 else None


def _inner(text: str, quotation: Quotation) -> Span:
    return trimmed(text, quotation.inner_start, quotation.inner_end, " ,;")


def _quotation_ending(reading: Reading, stop: int) -> Quotation | None:
    """Return the quotation that ends right before `stop`."""
    place = stop - 1
    while place > 0 and reading.text[place] in " ,–—-\n":
        place -= 1
    found = reading.quotation_at(place)
    return found if found is not None and found.end >= place + 1 and found.end <= stop else None


def content_right(
    reading: Reading,
    sentence: tuple[int, int],
    place: int,
    *,
    addressed: bool,
    loose: bool,
    denied: bool = False,
) -> Content | None:
    """Return what is said after `place`, where the verb ends.

    `addressed` skips those who are spoken to; `loose` takes words without "that" or marks too; what
    is `denied` ends before "but".
    """
    text, end = reading.text, sentence[1]
    place = after_adjuncts(text, place, end, addressed=addressed)
    if quotation := _quotation_beginning(reading, place, end):
        return _quoted_right(reading, quotation, sentence)
    that = _THAT.match(text, place, end)
    if that is None and not loose:
        return None
    begin = that.end() if that else place
    if that and denied and len(text[begin:end].split()) <= 3:
        begin = that.start()  # disputes that account
    if quotation := _quotation_beginning(reading, begin, end):
        last = max(quotation.end, begin)
        if not text[last:end].strip(_MARKS + ")"):
            return Content(_inner(text, quotation), quoted=True)
    stop = _end_of_said(reading, begin, end)
    if denied and (but := _BUT.search(text, begin, stop)):
        stop = but.start()
    span = trimmed(text, begin, stop, " ,;:–—-.")
    return Content(span) if len(span.exact.split()) >= 2 else None


def after_adjuncts(text: str, place: int, end: int, *, addressed: bool) -> int:
    """Return where words on place, time and those spoken to are over."""
    if addressed:
        person = _PERSON.match(text, place, end) or _ADDRESSEE.match(text, place, end)
        warned = text[place - 7 : place].strip() in ("warned", "warns")
        if person and not (warned and not _TO_SOMEBODY.match(text, person.end(), end)):
            place = person.end()
    if aside := _HOWEVER.match(text, place, end):
        place = aside.end()
    found = _PLACE_AND_TIME.match(text, place, end)
    place = found.end() if found else place
    further = _BEFORE_THAT.match(text, place, end) or _CITED_BEFORE_THAT.match(text, place, end)
    return further.end() if further else place


def is_over(text: str, place: int, end: int) -> bool:
    """Whether nothing is said after `place`: the sentence ends, or tells how it was said."""
    rest = text[place:end].strip(_MARKS + ")")
    if re.match(r"to (?:have|be)\b", rest):
        return False
    return not rest or bool(_ADJUNCT.match(text, place, end) or _GOING_ON.match(text, place, end))


def _quotation_beginning(reading: Reading, place: int, end: int) -> Quotation | None:
    while place < end and reading.text[place] in " ,:–—\n":
        place += 1
    found = reading.quotation_at(place) if place < end else None
    return found if found is not None and found.start == place else None


def _quoted_right(reading: Reading, quotation: Quotation, sentence: tuple[int, int]) -> Content:
    """Return a quotation after the verb; one of some words is part of a longer clause."""
    text, end = reading.text, sentence[1]
    rest = text[quotation.end : end] if quotation.end < end else ""
    goes_on = _GOES_ON.match(rest) and quotation.end - quotation.start < _SHORT
    ends = rest.lstrip().startswith((",", "."))
    if len(rest.strip(_MARKS).split()) >= 2 and (goes_on or not ends):
        stop = _end_of_said(reading, quotation.end, end)
        return Content(trimmed(text, quotation.start, stop, " ,;."))
    return Content(_inner(text, quotation), quoted=True)


def _end_of_said(reading: Reading, begin: int, end: int) -> int:
    aside = _ASIDE.search(reading.text, begin, end)
    while aside is not None and reading.quotation_at(aside.start()) is not None:
        aside = _ASIDE.search(reading.text, aside.end(), end)
    if aside is not None and re.match(
        r"\s*,\s*(?:citing|quoting|referring|speaking|adding)", aside[0]
    ):
        return aside.start()
    if cut := _ENDINGS.search(reading.text, begin, end):
        return cut.start()
    quotation = reading.quotation_at(end - 1) if end > begin else None
    if quotation is not None and begin < quotation.start and quotation.end > end:
        return quotation.end  # the sentence ended inside
    return end


def continued(reading: Reading, after: int) -> tuple[Span, ...]:
    """Return the quotation that goes on right after `after`, in the same paragraph."""
    text, (_, end) = reading.text, reading.paragraph_at(after - 1)
    place = after
    while place < end and text[place] in " ,.;:–—":
        place += 1
    quotation = reading.quotation_at(place) if place < end else None
    if quotation is None or quotation.start != place:
        return ()
    tail = text[quotation.end : min(end, quotation.end + 40)]
    if re.match(
        r"[\s,]*(?:(?:he|she|they|it|the|[A-Z]\w+)\s+(?:\w+\s+)?(?:said|says|added|told)|said"
        r"|says)\b",
        tail,
    ):
        return ()
    return (_inner(text, quotation), *_in_further_paragraphs(reading, quotation))


def _in_further_paragraphs(reading: Reading, quotation: Quotation) -> Iterator[Span]:
    """Yield how a quotation goes on that its paragraph does not close, and the next ones open."""
    text = reading.text
    number = bisect_right(reading.paragraphs, (quotation.start, len(text)))
    for start, _ in reading.paragraphs[number : number + _MOST_PARAGRAPHS]:
        if text[quotation.end - 1] in '”"»' or text[start] not in '“"«':
            return
        following = reading.quotation_at(start)
        if following is None:
            return
        quotation = following
        yield _inner(text, quotation)


def words_after(words: Words, cue: int, count: int) -> tuple[str, ...]:
    """Return the next words after a cue, in lower case."""
    return tuple(token.plain for token in words.tokens[cue + 1 : cue + 1 + count])


def whole(text: str, *parts: Span) -> Span:
    """Return the words from the first to the last of these parts."""
    return span_of(text, min(one.start for one in parts), max(one.end for one in parts))
