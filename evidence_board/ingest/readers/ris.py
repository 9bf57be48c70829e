"""RIS: lines of a tag of two letters and a value; each entry ends with ER."""

import re
from collections.abc import Iterator, Mapping

from evidence_board.ingest.readers.entries import Entry, in_order, listed, text_of
from evidence_board.ingest.reading import Question, Reading

_LINE = re.compile(r"^(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>.*))?$")
_TITLES, _AUTHORS = ("TI", "T1", "CT"), ("AU", "A1", "A2")
_PUBLISHERS = ("JO", "JF", "T2", "JA", "BT", "PB")
_DATES = re.compile(r"(?P<year>\d{4})(?:/(?P<month>\d{0,2})(?:/(?P<day>\d{0,2}))?)?")


def read_ris(question: Question, original: bytes) -> Reading:
    """Return the reading of a list in RIS."""
    return listed(question, map(_entry, _records(text_of(question, original))))


def _records(text: str) -> Iterator[Mapping[str, list[str]]]:
    """Yield the values of each entry by their tags; a line without a tag goes on with the last."""
    record: dict[str, list[str]] = {}
    values: list[str] = []
    for line in text.splitlines():
        found = _LINE.match(line.rstrip())
        if found is None:
            if values and line.strip():
                values[-1] = f"{values[-1]} {line.strip()}"
        elif found["tag"] == "ER":
            yield record
            record, values = {}, []
        else:
            values = record.setdefault(found["tag"], [])
            values.append((found["value"] or "").strip())
    if record:
        yield record


def _entry(record: Mapping[str, list[str]]) -> Entry:
    return Entry(
        title=_first(record, _TITLES),
        authors=tuple(in_order(one) for tag in _AUTHORS for one in record.get(tag, ())),
        publisher=_first(record, _PUBLISHERS),
        published=_date(_first(record, ("DA", "PY", "Y1"))) or _date(_first(record, ("PY", "Y1"))),
        section=_first(record, ("SE",)),
        language=_first(record, ("LA",)),
        url=_first(record, ("UR", "L2", "LK")),
        doi=_first(record, ("DO",)),
    )


def _first(record: Mapping[str, list[str]], tags: tuple[str, ...]) -> str:
    return next((one for tag in tags for one in record.get(tag, ()) if one), "")


def _date(given: str) -> str:
    """Return a date of RIS (2021/03/12/) year first, as far as it goes."""
    found = _DATES.match(given.strip().replace("-", "/"))
    if found is None:
        return ""
    month, day = found["month"] or "", found["day"] or ""
    parts = [found["year"], month.zfill(2)] if month else [found["year"]]
    return "-".join([*parts, day.zfill(2)] if month and day else parts)
