"""Two files compared page by page: which of them reads otherwise, and where."""

from collections.abc import Iterator

from evidence_board.brief.wording import counted
from evidence_board.delivery.verification import Finding
from evidence_board.ingest.briefs import Inside

_MOST_PAGES = 10
"""So many pages are named one by one."""
_AROUND = 40


def differing_pages(held: Inside, made: Inside) -> Iterator[Finding]:
    """Yield what a file says otherwise than the one it ought to be."""
    if len(held.pages) != len(made.pages):
        pages = counted(len(held.pages), "page")
        said = f"It has {pages}; the brief that its project gives has {len(made.pages)}."
        yield Finding("text", "", said)
    both = enumerate(zip(held.pages, made.pages, strict=False), 1)
    differing = [(number, *pair) for number, pair in both if pair[0] != pair[1]]
    for number, one, other in differing[:_MOST_PAGES]:
        here, there = _first_difference(one, other)
        said = f"Page {number} says “{here}” where its project gives “{there}”."
        yield Finding("text", f"page {number}", said)
    if len(differing) > _MOST_PAGES:
        more = counted(len(differing) - _MOST_PAGES, "more page")
        yield Finding("text", "", f"{more.capitalize()} read otherwise too.")


def differing_looks(held: Inside, made: Inside) -> Iterator[Finding]:
    """Yield the pages that look otherwise than they ought to, though they have the same words."""
    both = enumerate(zip(held.looks, made.looks, strict=False), 1)
    pages = [str(number) for number, pair in both if pair[0] != pair[1]]
    if pages:
        named = ", ".join(pages[:_MOST_PAGES]) + (" and others" if len(pages) > _MOST_PAGES else "")
        said = f"Page {named} has the words of its project but does not look as it gives it."
        if len(pages) > 1:
            said = (
                f"Pages {named} have the words of their project but do not look as it gives them."
            )
        yield Finding("look", f"page {pages[0]}", said)


def _first_difference(one: str, other: str) -> tuple[str, str]:
    """Return the words around the first place at which two texts differ."""
    pairs = zip(one, other, strict=False)
    same = next((at for at, pair in enumerate(pairs) if pair[0] != pair[1]), -1)
    place = same if same >= 0 else min(len(one), len(other))
    start = max(0, place - _AROUND)
    return _shown(one, start, place), _shown(other, start, place)


def _shown(text: str, start: int, place: int) -> str:
    words = " ".join(text[start : place + _AROUND].split())
    return f"{'…' if start else ''}{words}{'…' if place + _AROUND < len(text) else ''}"
