"""The bibliographic record that a text gives of itself, each field with the words it rests on."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from evidence_board.ingest.dates import dates_in
from evidence_board.ingest.draft import Proposal
from evidence_board.suggest.suggestion import Bibliographic, Span, span_of

_QUOTED = re.compile(r"^“(?P<words>.+?)”: ", re.DOTALL)
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_NEAR = 200_000
_REASONS = {
    "stated": "the text states it",
    "header": "a header that came with the text says so",
    "inferred": "inferred from the text",
}


def bibliographic(text: str, fields: Mapping[str, Proposal]) -> Iterator[Bibliographic]:
    """Yield the fields as suggestions; what stands nowhere in the text as such is left out."""
    for field, proposal in fields.items():
        reading = _QUOTED.match(proposal.words)
        words = reading["words"] if reading else proposal.words
        span = _found(text, words) or _found(text, _first(proposal.value))
        if span is not None:
            reason = proposal.words[reading.end() :] if reading else _REASONS[proposal.basis]
            yield Bibliographic(span, reason, field, proposal.value, proposal.basis)


def published_day(fields: Mapping[str, Proposal]) -> date | None:
    """Return the day of publication where the text tells one day, else None."""
    value = fields["published"].value if "published" in fields else ""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def published_month(fields: Mapping[str, Proposal]) -> date | None:
    """Return the first day of the month of publication where the text tells the month only."""
    value = fields["published"].value if "published" in fields else ""
    return date.fromisoformat(f"{value}-01") if _MONTH.fullmatch(str(value)) else None


def day_at_top(text: str) -> date | None:
    """Return the one day that a short line at the top of a text names, else None."""
    for line in text[:3_000].splitlines()[:12]:
        found = list(dates_in(line)) if len(line.split()) <= 14 else []
        if len(found) == 1 and len(found[0].readings) == 1:
            return found[0].readings[0]
        if wired := _WIRED.match(line):
            days = list(dates_in(wired["day"]))
            if len(days) == 1 and len(days[0].readings) == 1:
                return days[0].readings[0]
    return None


_WIRED = re.compile(
    r"(?P<day>[^().]{6,60}?\d{4})\s*(?:\([A-Z][\w .&-]{1,30}\)|/[A-Z][^/\n]{1,30}/)\s*[-–—.]"
)
"""A wire's line before its first words: Feb 3, 2026 (Coast Wire) - The ferry."""


def _first(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else (value[0] if value else "")


def _found(text: str, words: str) -> Span | None:
    """Return where words stand; blanks and line ends between them may differ."""
    parts = [re.escape(part) for part in words.split()[:60]]
    if not parts:
        return None
    found = re.compile(r"[\s\u200b]+".join(parts)).search(text[:_NEAR])
    return span_of(text, *found.span()) if found else None
