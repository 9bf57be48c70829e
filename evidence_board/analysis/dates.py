"""Dates as people read them: EDTF and time stamps in words."""

import re
from datetime import UTC, datetime

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_DAY = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>[\dX]{2}))?(?:-(?P<day>[\dX]{2}))?([?~%]?)")
_MARKS = {"": "{}", "~": "about {}", "?": "{}, uncertain", "%": "about {}, uncertain"}


def edtf_words(text: str | None) -> str:
    """Return EDTF in words, such as "about 5 October 2023"; text that is not EDTF as it stands."""
    if not text:
        return ""
    if text.startswith("[") and text.endswith("]"):
        return " or ".join(_one(part.strip()) for part in text[1:-1].split(","))
    if "/" in text:
        start, _, end = text.partition("/")
        if start in ("", ".."):
            return f"until {_one(end)}" + (", start not known" if start == "" else "")
        if end in ("", ".."):
            return f"from {_one(start)}" + (", end not known" if end == "" else "")
        return f"{_one(start)} to {_one(end)}"
    return _one(text)


def stamp_words(text: str) -> str:
    """Return an ISO 8601 time in words and UTC; other text as it stands."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return edtf_words(text)
    if len(text) <= len("2023-10-05"):
        return edtf_words(text)
    if moment.tzinfo is None:
        return f"{_day(moment)}, {moment:%H:%M}"
    moment = moment.astimezone(UTC)
    return f"{_day(moment)}, {moment:%H:%M} UTC"


def _day(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def _one(text: str) -> str:
    found = _DAY.fullmatch(text)
    if not found:
        return text
    year, month, day = found["year"], found["month"], found["day"]
    known = [year] if "X" not in year else [f"the years {year}"]
    if month and "X" not in month:
        if not 1 <= int(month) <= 12:
            return text
        known.insert(0, MONTHS[int(month) - 1])
        if day and "X" not in day:
            known.insert(0, str(int(day)))
    return _MARKS[found[4]].format(" ".join(known))
