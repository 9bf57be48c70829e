"""What headers say, made into proposals that a record can hold: trimmed, of a length, real."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from evidence_board.ingest.addresses import checked
from evidence_board.ingest.draft import Basis, Proposal, Refused

_LONGEST, _MOST_WORDS, _MOST_AUTHORS = 500, 1_000, 60
_ISO = re.compile(r"\s*(?P<year>\d{4})(?:[-/.]?(?P<month>\d{2})(?:[-/.]?(?P<day>\d{2}))?)?(?!\d)")
_NO_NAME = re.compile(
    r"^(?:admin|administrator|author|by|editor|editors|guest|home|n/?a|news desk|newsroom|none|null"
    r"|staff|staff writer|undefined|unknown|user|webmaster|website)$",
    re.IGNORECASE,
)


def line(words: str) -> str:
    """Return words as one line, without blanks around them; empty if they are too many."""
    one = " ".join(words.replace("\0", "").split())
    return one if len(one) <= _LONGEST else ""


def header(value: str, words: str = "", basis: Basis = "header") -> Proposal | None:
    """Return the proposal of a value; None where it is empty. `words` are what it rests on."""
    clean = line(value)
    return Proposal(clean, basis, quoted(words or clean)) if clean else None


def named(names: Iterable[str], words: str = "", basis: Basis = "header") -> Proposal | None:
    """Return the proposal of authors; what stands in their place without naming anyone is left."""
    clean = [line(one) for one in names]
    kept = tuple(dict.fromkeys(one for one in clean if one and not _NO_NAME.match(one)))
    if not kept or len(kept) > _MOST_AUTHORS:
        return None
    return Proposal(kept, basis, quoted(words or ", ".join(kept)))


def dated(value: str, today: date, words: str = "") -> Proposal | None:
    """Return the proposal of a date written year first, as EDTF; None if there is no such day.

    Of a time only the day is taken, as it stands: the one that its place had.
    """
    found = _ISO.match(value)
    if found is None:
        return None
    year, month, day = found["year"], found["month"], found["day"]
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if first.year < 1500 or first > today + timedelta(days=1):
        return None
    edtf = "-".join(one for one in (year, month, day) if one)
    return Proposal(edtf, "header", quoted(words or value))


def placed(url: str, words: str = "") -> Proposal | None:
    """Return the proposal of an address of the web; None where it is none."""
    try:
        place = checked(url.strip())
    except Refused:
        return None
    return Proposal(place, "header", quoted(words or place))


def found(**fields: Proposal | None) -> dict[str, Proposal]:
    """Return the fields for which there is a proposal."""
    return {name: proposal for name, proposal in fields.items() if proposal is not None}


def quoted(words: str) -> str:
    """Return the words that a proposal rests on, cut where they are very long."""
    clean = " ".join(words.replace("\0", "").split())
    return clean if len(clean) <= _MOST_WORDS else f"{clean[:_MOST_WORDS]}…"
