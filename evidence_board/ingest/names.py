"""Names in bylines: of people, and of the few outlets that sign with their own name."""

import re

from evidence_board.ingest.vocabulary import AGENCIES, NAME_PARTICLES, NEVER_NAMES

_TOKEN = re.compile(r"(?:[A-Z]|[^\W\d_a-z])[\w'’.‑-]*", re.UNICODE)
_HONORIFIC = re.compile(r"^(?:dr|prof|sir|dame|lt|col|gen|capt|maj|sgt|rev|mr|mrs|ms)\.?\s+", re.I)
_CUT = re.compile(r"\s+(?:in|at|for|from|on|with)\s+|\s*[|•·*(/—–\t;:]\s*|\s+-\s+|\s{2,}")
_LIST = re.compile(r"\s*,?\s+(?:and|&)\s+|\s*&\s*")


def names_in(words: str) -> tuple[str, ...]:
    """Return the names that a byline lists, in its order; what is not shaped like a name is left.

    A comma parts names only in a list that ends with "and", for else it begins a role, an outlet
    or a place.
    """
    parts = _LIST.split(words.strip().rstrip(",.;"))
    names: list[str] = []
    for number, part in enumerate(parts):
        pieces = [piece.strip() for piece in _CUT.split(part.strip(), maxsplit=1)[0].split(",")]
        listed = pieces if number < len(parts) - 1 else pieces[:1]
        found = [piece for piece in listed if is_person(piece)]
        if not found:
            break
        names += found
    return tuple(dict.fromkeys(names))


def is_person(words: str) -> bool:
    """Whether words are shaped like the name of a person: two to five capitalised ones."""
    parts = _HONORIFIC.sub("", words).split()
    proper = [part for part in parts if part.casefold() not in NAME_PARTICLES]
    if not 2 <= len(proper) <= 5 or len(parts) > 6 or words.casefold() in AGENCIES:
        return False
    if not all(_TOKEN.fullmatch(part) for part in proper) or proper[0] is not parts[0]:
        return False
    plain = [part.casefold().strip(".,") for part in proper]
    return NEVER_NAMES.isdisjoint(plain)


def is_agency(words: str) -> bool:
    """Whether words name an agency."""
    return words.strip(" .").casefold() in AGENCIES
