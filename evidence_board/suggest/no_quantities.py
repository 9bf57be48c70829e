"""Numbers that count nothing: clocks, codes, addresses, ages, numbers of a list."""

import re
from collections.abc import Iterator

from evidence_board.suggest.calendar_words import MONTH
from evidence_board.suggest.sentences import Place

_CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2}(?::\d{2})?\s*(?:hrs|hours|gmt|utc|ist|bst|cest|cet|est|edt|pst|pdt|eest|eet|msk|aest|aedt|wat|cat|eat|sast|pkt|sgt|hkt|jst"
    r"|kst|nzst|nzdt|local"
    r"|[ap]\.?m\b"
    r"|h\b)|\s*[ap]\.?\s?m\b\.?|:\d{2}\b|\s+o['’]clock)|\b\w+\s+o['’]clock|\b\d{4}\s?(?:hrs"
    r"|hours|gmt|utc)\b",
    re.IGNORECASE,
)


_ONES = "[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine"
_MASKED = re.compile(
    r"https?://\S+|\b10\.\d{4,9}/\S+|www\.\S+|\S+@\S+|[#@]\w+|\b\d+(?:[-–]\d+){2,}\b"
    r"|\+?\d{1,4}[\s-]\d{3,4}[\s-]\d{3,4}\b"
    rf"|\b\d{{1,2}}(?=(?:, \d{{1,2}})* and \d{{1,2}} {MONTH}\b)"
    rf"|\b(?:[Nn]early |[Aa]lmost |[Aa]bout |[Mm]ore than |[Oo]ver )?(?:{_ONES}|\d{{1,2}})"
    rf" (?:in|out of) (?:every )?(?:{_ONES}|ten|\d{{1,3}})\b"
    rf"|\b(?:{_ONES})[ -](?:thirds?|quarters?|fifths?|sixths?"
    r"|sevenths?|eighths?|tenths?)\b"
    rf"|\b[Uu]pdated:? (?:at |on )?\d{{1,2}}(?= {MONTH}\b)"
    r"|\b(?:on|off|along|down|onto|from|near|of|up) the R\d{1,3}\b(?!\s?(?:m|bn|million|billion)\b)"
    r"|\b\d+ (?:hours?|hrs?|minutes?|mins?) ago\b"
    rf"|\b(?:[Aa]bout |[Aa]round )?(?:{_ONES}|ten|eleven|twelve|\d{{1,2}}) in the"
    r" (?:morning|afternoon)\b"
    r"|(?<!for )(?<!in )(?<!than )(?<!least )(?<!only )(?<!just )\b[Oo]ne"
    r" (?:day|night|morning|evening)\b(?!-)"
    r"|(?<=\bat )(?:[01]?\d|2[0-3])\.[0-5]\d"
    r"(?=[.,;]|\s+(?:on|yesterday|today|this|last|when|after|as)\b)"
    r"|\b\d+[ -]min(?:ute)?s?[ -]read\b|\b\d+/\d+\b|\b24/7\b"
    r"|\b\d+(?:st|nd|rd|th)\b|\b\d+\.\d+\.\d+\S*"
    r"|\b\d{1,4}[a-z]?,?\s+(?:[A-Z][\w’'-]+\s+){1,3}(?:Street|St|Road|Rd|Lane|Avenue|Ave|Drive"
    r"|Close"
    r"|Square|Way|Boulevard|Blvd|Crescent|Terrace|Place|Court|Gardens|Row|Hill)\b"
)


_AGE = re.compile(
    r"\b(?:[Ss]?[Hh]e (?:was|is|turned)|now|aged|then) \d{1,3}(?=[.,;])|(?<=\()\d{1,3}(?=\))"
    r"|\b(?:dies|died|death|dead|married|orphaned|widowed|(?:began|started|retired) (?:\w+ing )?)"
    r" ?at (?:the age of )?\d{1,3}\b(?!\s*(?:[a-z]{2,}|%|[:.]\d))"
    r"|(?<=,\s)\d{1,3}(?=[,.](?!\d)|\s+and\s|;)"
)


_LIST_NUMBER = re.compile(r"[\s(]*(?:\d{1,3}|[ivx]+)[.)](?=\s)")


def masked(text: str, start: int, end: int) -> Iterator[Place]:
    """Yield the places of a sentence where numbers count nothing."""
    for pattern in (_MASKED, _CLOCK, _AGE):
        for found in pattern.finditer(text, start, end):
            yield found.span()
    if listed := _LIST_NUMBER.match(text, start, end):
        yield listed.span()
