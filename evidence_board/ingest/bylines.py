"""Who wrote it, where the text says so: bylines, author lines, the line of a wire's reporters."""

import re

from evidence_board.ingest.dates import dates_in
from evidence_board.ingest.draft import Proposal
from evidence_board.ingest.names import is_agency, is_person, names_in
from evidence_board.ingest.outlets import is_outlet
from evidence_board.ingest.page import Page, is_prose
from evidence_board.ingest.vocabulary import SMALL_WORDS

NEAR_TOP = 25
"""How many lines from the top an article may still say who wrote it, and when."""

_LABEL = re.compile(r"^(?:authors?|byline)\s*:\s*(?P<rest>.+)$", re.IGNORECASE)
_BYLINE = re.compile(
    r"^(?:(?:(?i:written|words|story|text|report|analysis|interview|posted|filed)\s+)?(?:(?i:by)\s*:?\s+|[Bb]y(?=[A-Z]))"
    r"|From:\s*)(?P<rest>\S.*)$"
)
_BARRED = re.compile(
    r"^(?P<name>[^|•·]{4,60}?)\s*(?:[|•·]|(?<= )(?:Published|Posted):?(?= ))\s*(?P<rest>\S.*)$"
)
_OWN_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|columnist|producer|writer|journalist)s?\b", re.IGNORECASE
)
_BARE = re.compile(r"^(?:written |words |story )?by:?$", re.IGNORECASE)
_REPORTING = re.compile(r"^[(\[]?Reporting(?: and writing)? by (?P<rest>[^;)\]]+)")
_MARK_OF_DATE = re.compile(r"\b(?:published|updated|posted)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|analyst|chief|staff|bureau|desk|news)\b",
    re.IGNORECASE,
)


def byline_at(page: Page, number: int) -> str | None:
    """Return what follows "by" when the line with this number is a byline, else None."""
    line = page.top[number]
    if is_prose(line) or len(line.split()) > NEAR_TOP:
        return None
    if _BARE.fullmatch(line) and number + 1 < len(page.top):
        rest = page.top[number + 1]
    elif found := _BYLINE.match(line):
        rest = found["rest"]
    elif (
        _stands_over_role(page, number)
        or _is_with_role(line)
        or ((barred := _BARRED.match(line)) and _is_dated_name(barred["name"], barred["rest"]))
    ):
        rest = line
    else:
        return None
    return rest if _signed(rest) else None


def _is_with_role(line: str) -> bool:
    """Whether a line is a name, a comma and a role: Anna Reed, Sports Correspondent."""
    name, _, role = line.partition(",")
    return is_person(name) and len(role.split()) <= 5 and bool(_OWN_ROLE.search(role))


def _stands_over_role(page: Page, number: int) -> bool:
    """Whether a line is a name by itself, above a line with its role: Health correspondent."""
    if number == 0 or number + 1 >= len(page.top) or not is_person(page.top[number]):
        return False
    role = page.top[number + 1]
    return len(role.split()) <= 7 and bool(_OWN_ROLE.search(role)) and not is_prose(role)


def _is_dated_name(name: str, rest: str) -> bool:
    """Whether a line has a name, a bar and then a date: Anna Reed | 9 June 2026."""
    dated = next(dates_in(rest), None)
    return dated is not None and dated.start == 0 and is_person(name.strip())


def authors(page: Page) -> Proposal | None:
    """Return the authors that the text names, each as it writes them."""
    for line in page.top[:NEAR_TOP]:
        if (label := _LABEL.match(line)) and (names := _signed(label["rest"])):
            return Proposal(names, "header", line)
    for number, line in enumerate(page.top[:NEAR_TOP]):
        if rest := byline_at(page, number):
            words = line if rest in line else f"{line} {rest}"
            return Proposal(_signed(rest), "stated", words)
    for line in reversed(page.end):
        if (reporting := _REPORTING.match(line)) and (names := names_in(reporting["rest"])):
            return Proposal(names, "stated", line)
    return None


def _signed(rest: str) -> tuple[str, ...]:
    """Return the names at the start of a byline; none when the line goes on to say more."""
    dated = next(dates_in(rest), None)
    undated = rest[: dated.start] if dated else rest
    signed = _MARK_OF_DATE.split(undated)[0].strip(" ,|•·–—-/").removesuffix(" on")
    names = names_in(signed)
    if names:
        after = signed[signed.rfind(names[-1]) + len(names[-1]) :].strip(" ,|•·–—-*/.:;()")
        return names if _is_role(after) else ()
    if is_agency(signed) or (dated is not None and _may_sign(signed)):
        return (signed,)
    return ()


def _is_role(words: str) -> bool:
    """Whether what follows a name is its role, outlet or place, not the rest of a sentence."""
    count = len(words.split())
    return (
        count <= 2
        or (count <= 8 and bool(_ROLE.search(words) or is_outlet(words)))
        or (count <= 5 and words.split()[0] in ("in", "at", "for", "with", "from"))
    )


def _may_sign(words: str) -> bool:
    """Whether words before a date are shaped like the name of an outlet that signs itself."""
    parts = words.split()
    return (
        1 <= len(parts) <= 4
        and any(letter.isupper() for letter in words)
        and not any(part.casefold() in SMALL_WORDS or _ROLE.fullmatch(part) for part in parts)
        and words[-1].isalnum()
    )
