"""The forms in which the press writes a date, each a pattern with named parts."""

import re

from evidence_board.ingest.dates import DATE
from evidence_board.suggest.calendar_words import DAY, FULL_WEEKDAY, MONTH, WEEKDAY, YEAR

_PART = (
    r"(?:(?:[Tt]he\s+)?(?P<part>(?:[Ee]arly|[Mm]id|[Ll]ate|[Bb]eginning of|[Ss]tart of"
    r"|[Mm]iddle of|[Ee]nd of|[Ee]nd(?=-)))[\s-]+)"
)
_ON = r"(?:on\s+)?"
_DASH = r"\s*(?:[-–—]|to|and|until|through)\s*"

_AFTER_DAY = (
    "Star|Times|Herald|Post|Mail|Mirror|Telegraph|Tribune|Express|Independent|Sun|World|Business"
    "|Standard|Punch|Vanguard|Guardian|Nation|Magazine|Night|School|Market|Review|Life|People|Mass"
    "|Club|League|Morning Herald|Paper|Observer|Supplement"
)
# Tried in this order at each place: the longer ones first.
FORMS: tuple[tuple[str, str], ...] = (
    (
        "two_days",
        rf"(?P<d1>{DAY})\s+(?P<m1>{MONTH}),?(?:\s+(?P<y1>{YEAR}))?{_DASH}(?P<d2>{DAY})\s+(?P<m2>{MONTH})"
        rf"(?:,?\s+(?P<y2>{YEAR}))?\b"
        rf"|(?P<n1>{MONTH})\s+(?P<e1>{DAY}),?(?:\s+(?P<z1>{YEAR}))?{_DASH}(?P<n2>{MONTH})\s+(?P<e2>{DAY})\b"
        rf"(?:,?\s+(?P<z2>{YEAR}))?",
    ),
    (
        "days",
        rf"(?P<both3>between\s+)?(?P<d3>{DAY})\s*(?:[-–—]|to"
        rf"|(?(both3)and|(?!)))\s*(?P<d4>{DAY})\s+(?P<m3>{MONTH})(?:,?\s+(?P<y3>{YEAR}))?\b"
        rf"|(?P<n3>{MONTH})\s+(?P<e3>{DAY})\s*(?:[-–—]|to|and)\s*(?P<e4>{DAY})(?![\d:%])"
        rf"(?:,?\s+(?P<z3>{YEAR}))?",
    ),
    ("whole", rf"{_ON}(?i:{DATE})"),
    (
        "day",
        rf"{_ON}(?:(?P<w5>{WEEKDAY}),?\s+)?(?:the\s+)?(?P<d5>{DAY})(?:\s+of)?\s+(?P<m5>{MONTH})(?![\w’'-])"
        rf"|{_ON}(?:(?P<w6>{WEEKDAY}),?\s+)?(?P<m6>{MONTH})\s+(?P<d6>{DAY})(?![\d:%,]\d|\d"
        rf"|\s*(?:per ?cent|%))(?![\w-])",
    ),
    ("month_year", rf"{_PART}?(?P<m7>{MONTH}),?(?:\s+of)?\s+(?P<y7>{YEAR})\b"),
    (
        "months",
        rf"(?:(?P<lead9>between|from)\s+)?(?P<m8>{MONTH})(?:,?\s+(?P<y8>{YEAR}))?\s*(?:[-–—]|to|and)\s*"
        rf"(?P<m9>{MONTH})(?:(?:,?\s+(?P<y9>{YEAR}))\b|(?(lead9)(?![\w’'-]|\s+\d)|(?!)))",
    ),
    (
        "season",
        r"(?:the\s+)?(?P<s10>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?:\s+of)?\s+(?P<y10>"
        + YEAR
        + r")\b",
    ),
    (
        "quarter",
        r"(?:the\s+)?(?P<q11>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth"
        r"|Q[1-4])(?:\s+(?P<h11>quarter|half))?"
        rf"(?:\s+of)?\s+(?P<y11>{YEAR})\b",
    ),
    (
        "century",
        r"(?:(?:the\s+)?(?P<part23>early|mid|late|beginning of the|end of the)[\s-]+(?:the\s+)?)?"
        r"(?P<n23>1\dth|21st|20th|[Ff]ifteenth|[Ss]ixteenth|[Ss]eventeenth|[Ee]ighteenth|[Nn]ineteenth"
        r"|[Tt]wentieth|[Tt]wenty-first)[\s-]+[Cc]entur(?:y|ies)\b",
    ),
    ("decade", r"(?:[Tt]he\s+)?(?P<early>early|mid|late)?[\s-]?(?P<y12>(?:1[5-9]|20)\d0)s\b"),
    (
        "years",
        rf"(?:(?:between|from)\s+)?(?P<y13>{YEAR})(?P<to13>\s*[-–—/]\s*|\s+to\s+|\s+and\s+"
        rf"|\s+until\s+)(?P<y14>{YEAR}|\d\d)(?![\d/-])",
    ),
    (
        "month",
        rf"(?:{_PART.replace('<part>', '<part15>')}|(?P<pre15>[Ii]n|as|[Ss]ince|[Uu]ntil|[Bb]y"
        rf"|[Ll]ast|[Nn]ext|[Tt]his|[Ff]rom|[Dd]uring|of|to"
        rf"|[Tt]hrough|[Bb]efore|[Aa]fter|[Bb]etween|and"
        rf"|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|the(?=\s{MONTH}\s[a-z]))\s+"
        rf"|(?<=[’']s )(?={MONTH}\s[a-z]))"
        rf"(?P<m15>{MONTH})(?![\w’'-]|\s+(?:of\s+)?\d|\s+[A-Z])(?:\s+(?P<rel15>last year|this year"
        rf"|next year))?",
    ),
    (
        "year",
        rf"(?P<pre16>(?:[Ii]n|[Ss]ince|[Oo]f|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|[Bb]efore"
        rf"|[Aa]fter|[Ff]or|[Ee]arly|[Ll]ate"
        rf"|[Mm]id|than in|[Aa]round|[Cc]irca|[Aa] |[Tt]he|[Ii]ts|[Tt]o|[Aa]nd|[Ii]n about"
        rf"|[Aa]|end of|start of|than)[\s-]+)"
        rf"(?P<y16>{YEAR})(?![\d%:/-]|s\b|[.,]\d|\s*(?:per ?cent|%|people|m\b|km|tonnes|miles"
        rf"|metres|feet|MW))"
        rf"|(?<=[’']s )(?P<y25>{YEAR})(?=\s+[a-z])"
        rf"|(?:that|than|if|when)\s+(?P<y24>{YEAR})(?=\s+(?:will|would|was|is|could|may|might|had|has|saw"
        rf"|brought|marked)\b)",
    ),
    (
        "ago",
        r"(?:(?P<about17>about|around|some|nearly|almost|more than|over)\s+)?(?P<n17>\d{1,3}"
        r"|[a-z]+)\s+"
        r"(?P<u17>day|week|fortnight|month|year|decade)s?\s+ago\b",
    ),
    (
        "part_of",
        r"\b(?P<p18>[Ee]arlier|[Ll]ater)\s+(?:on\s+)?(?P<u18>today|this (?:week|month|year))\b",
    ),
    (
        "weekday",
        rf"(?:on\s+)?(?:(?P<r19>[Ll]ast|[Nn]ext|[Tt]his(?: coming)?"
        rf"|[Cc]oming)\s+)?(?P<w19>{FULL_WEEKDAY})"
        r"(?:\s+(?:last|this) week)?(?=$|[\s,.;:)”\"’']|s\b)"
        rf"(?!\s(?:{_AFTER_DAY})\b)",
    ),
    (
        "relative",
        r"\b(?P<r20>[Ll]ast|(?:in|by|until|since|during|this coming|over|for) the"
        r"(?=\s+(?:spring|summer|autumn|winter)(?:$|[\s,.;:])(?!of\b))|[Tt]his|[Nn]ext"
        r"|the following)"
        r"\s+(?P<u20>week|month|year|weekend|spring|summer|autumn|winter)(?!-)\b",
    ),
    (
        "deictic",
        r"\b(?P<k21>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his morning"
        r"|[Tt]his afternoon|[Tt]his evening)(?!['’]s (?:world|society|youth|standards|money))\b",
    ),
)


def pattern_of(name: str, form: str) -> str:
    """Return a form as a named group."""
    return rf"(?P<{name}_form>{form})"


PATTERN = re.compile(rf"(?<![\w/$£€.,])(?=\w)(?:{'|'.join(pattern_of(*row) for row in FORMS)})")
"""All forms; the group NAME_form tells which one it is."""
