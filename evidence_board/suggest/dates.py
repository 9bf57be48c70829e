"""Dates in a text, absolute and relative, as EDTF; relative ones count from the publication."""

import re
from collections.abc import Iterator
from datetime import date

from evidence_board.model.edtf import bounds
from evidence_board.suggest.date_forms import FORMS, PATTERN
from evidence_board.suggest.date_readings import READINGS
from evidence_board.suggest.reading import Reading
from evidence_board.suggest.suggestion import DateMention, Role, span_of

_LEADING = re.compile(
    r"(?:that|if|when|in|since|until|by|from|during|of|to|through|before|after|and|than in|than|a"
    r"|the|its"
    r"|between|on)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|shall|to be held|due|scheduled|planned|expected|listed|slated|upcoming|deadline"
    r"|takes? effect|are to|is to|begins|starts|opens|is set|are set|plans? to"
    r"|would|going to|ahead of|(?<!days )(?<!weeks )(?<!months )(?<!years )later"
    r"|could|may|hopes? to|promised? to|pledged to|vowed to"
    r"|fixed|adjourned|postponed|rescheduled|deferred|(?:un)?likely"
    r"|(?:has|have|had|is|are) forecast|forecasts(?= [a-z])"
    r"|be [a-z]+(?:ed|en|id|ld|de|ne|pt|wn)"
    r"|project(?:s|ed)|predict(?:s|ed)|anticipat(?:es|ed)|expects?)\b",
    re.IGNORECASE,
)
_STOOD = r"\b(?:was|were|stood at|reached|recorded|totalled)\b[^.;]{0,40}\d\S*(?:\s[a-z]+)?\s+"
_BY_THEN = re.compile(
    rf"\bhad\b[^.;]{{1,40}}\bby\s+$|{_STOOD}(?:un)?till?\s+(?:on\s+)?$|{_STOOD}$(?=(?:un)?till?\s)"
)
_UPDATED = re.compile(
    r"\b(?:last )?updated:?\s+(?:at\s+)?"
    r"(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?\s*)?(?:[A-Z]{2,4},?\s*)?)?(?:on\s+)?$",
    re.IGNORECASE,
)
_BY = ("until", "till", "by", "by the", "until the")
_BEHIND = re.compile(
    r"\b(?:was|were|had|said|told|did|met|held|sent|made|began|came|left|took|struck|fell"
    r"|found|died"
    r"|went|since|last|has|have|gave|won|lost|rose|saw|ran|[a-z]{3,}ed)\b"
)
_SAID = re.compile(r"\s+(?:also |further |again )?(?:said|told|wrote|[a-z]{3,}ed)\b(?! to be\b)")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright|\bact|\bregulations?|\border|rules?)\s*,?\s*$", re.IGNORECASE
)

_BY_MONTH = ("month", "months")
"""What may be told from the month of publication where the day is not known."""

Context = tuple[re.Match[str], date | None, bool | None]


Based = tuple[int, int, date]
"""A part of a text, and the day from which "yesterday" counts in it."""


def dates(reading: Reading, based: tuple[Based, ...] = ()) -> Iterator[DateMention]:
    """Yield the dates of a text in order; those at its top tell of publication.

    In the parts that are `based` relative ones count from another day than that of publication.
    """
    for start, end in reading.sentences:
        for found in PATTERN.finditer(reading.text, start, end):
            if mention := _mention(reading, found, start, end, based):
                yield mention


def _mention(
    reading: Reading, found: re.Match[str], start: int, end: int, based: tuple[Based, ...]
) -> DateMention | None:
    text = reading.text
    name = next(row[0] for row in FORMS if found[f"{row[0]}_form"] is not None)
    if name in ("year", "years", "decade") and _COPYRIGHT.search(
        text, max(start, found.start() - 14), found.start()
    ):
        return None
    lead = found.start()
    if _UPDATED.search(text, max(start, lead - 40), lead):
        return None  # when the page was changed, not what it tells of
    if name == "deictic" and text[lead].isupper() and lead > start and text[lead - 1] not in '“"':
        return None  # part of a name: the Today programme
    ahead = _direction(text, found, start, end)
    place = found.start()
    spoken = next((day for first, last, day in based if first <= place < last), None)
    try:
        base = spoken or reading.published or (reading.month if name in _BY_MONTH else None)
        edtf, reason = READINGS[name](found, base, ahead)
    except (ValueError, OverflowError):
        return None
    if edtf == "":
        return None
    if edtf is not None:
        bounds(edtf)
    if spoken is not None:
        reason = reason.replace("day of publication", "day on which it was said")
    first = _first(found, name)
    return DateMention(span_of(text, first, found.end()), reason, edtf, _role(reading, edtf, found))


def _role(reading: Reading, edtf: str | None, found: re.Match[str]) -> Role:
    """Publication at the top of a text, where the day is that of publication."""
    if reading.published is None or edtf != reading.published.isoformat():
        return "event"
    absolute = found["whole_form"] is not None or found["day_form"] is not None
    line = reading.paragraph_at(found.start())
    return (
        "publication" if absolute and found.start() - line[0] < 80 and line[0] < 1_500 else "event"
    )


def _first(found: re.Match[str], name: str) -> int:
    """Return where the date begins: without the preposition that told a month or a year apart."""
    if name in ("month", "year", "years"):
        lead = _LEADING.match(found[0])
        return found.start() + (lead.end() if lead else 0)
    return found.start()


def _direction(text: str, found: re.Match[str], start: int, end: int) -> bool | None:
    """Whether the words around a date look ahead (True), back (False), or tell nothing."""
    if _BY_THEN.search(text, max(start, found.start() - 60), found.start()):
        return False
    near = text[max(start, found.start() - 60) : min(end, found.end() + 30)]
    before = near[: found.start() - max(start, found.start() - 60)]
    if (
        _AHEAD.search(before)
        or before.rstrip().endswith(_BY)
        or found[0].casefold().startswith(("until ", "till ", "by "))
    ):
        return True
    if _BEHIND.search(before):
        return False
    after = text[found.end() : min(end, found.end() + 30)]
    if _SAID.match(after):
        return False
    if _AHEAD.search(after):
        return True
    return False if _BEHIND.search(text, start, end) else None
