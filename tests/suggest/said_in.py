"""Short texts asked what is proposed of them."""

from datetime import date
from typing import TypeVar

from evidence_board.suggest.proposing import of_text
from evidence_board.suggest.suggestion import Attribution, Citation, OfText

TODAY = date(2026, 12, 31)
Kind = TypeVar("Kind", bound=OfText)


def proposed(text: str, kind: type[Kind]) -> tuple[Kind, ...]:
    """Return what is proposed of one kind, in its order."""
    return tuple(one for one in of_text(text, TODAY) if isinstance(one, kind))


def chains(text: str) -> list[tuple[str, ...]]:
    """Return the chains of all speeches."""
    return [one.chain for one in proposed(text, Attribution)]


def by_context(text: str) -> list[tuple[str, str]]:
    """Return what narrators tell, each with whose it is."""
    said = proposed(text, Attribution)
    return [
        (one.speaker, one.content.exact)
        for one in said
        if one.mode == "narrator attributed by context"
    ]


def cited(text: str) -> list[tuple[str, str]]:
    """Return how which sources are cited."""
    return [(one.type, one.to_name) for one in proposed(text, Citation)]
