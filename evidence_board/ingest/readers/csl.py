"""CSL-JSON: a list of objects, as reference managers write it."""

import json
from typing import TypeAlias

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.readers.entries import Entry, listed, text_of
from evidence_board.ingest.reading import Question, Reading

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"


def read_csl(question: Question, original: bytes) -> Reading:
    """Return the reading of a list in CSL-JSON."""
    text = text_of(question, original)
    try:
        given: Value = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as problem:
        raise Refused(
            f"“{question.name}” is no whole list in CSL-JSON. Export it again and add that."
        ) from problem
    inside = given.get("items", given) if isinstance(given, dict) else given
    entries = inside if isinstance(inside, list) else [inside]
    return listed(question, (_entry(one) for one in entries if isinstance(one, dict)))


def _refuse(name: str) -> None:
    raise ValueError(name)


def _entry(one: dict[str, Value]) -> Entry:
    return Entry(
        title=_text(one.get("title")),
        authors=_names(one.get("author")),
        publisher=_text(one.get("container-title")) or _text(one.get("publisher")),
        published=_date(one.get("issued")),
        section=_text(one.get("section")),
        language=_text(one.get("language")),
        url=_text(one.get("URL")),
        doi=_text(one.get("DOI")),
    )


def _names(value: Value) -> tuple[str, ...]:
    people = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    parts = ("given", "non-dropping-particle", "dropping-particle", "family", "suffix", "literal")
    names = (" ".join(text for part in parts if (text := _text(one.get(part)))) for one in people)
    return tuple(name for name in names if name)


def _date(value: Value) -> str:
    """Return a date of parts or as written, year first; of a span the first day."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list):
        numbers = [int(one) for one in first if isinstance(one, int | str) and str(one).isdigit()]
        if numbers and len(numbers) == len(first) <= 3 and max(numbers) < 10_000:
            return "-".join((f"{numbers[0]:04}", *(f"{one:02}" for one in numbers[1:])))
    return _text(value.get("raw")) or _text(value.get("literal"))


def _text(value: Value) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value and not isinstance(value[0], list) else ""
    return " ".join(value.split()) if isinstance(value, str) else ""
