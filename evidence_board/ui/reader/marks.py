"""What is marked in a source: its excerpts in the order of the text, with the claims on them."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.project.project import Project


@dataclass(frozen=True)
class Mark:
    """An excerpt and a claim that rests on it; without a claim, nothing rests on it yet."""

    excerpt: Excerpt
    claim: Claim | None


def marks_of(project: Project, source: str) -> tuple[Mark, ...]:
    """Return the marks of a source in the order of its text, one for each claim."""
    excerpts = [one for one in project.referrers(source) if isinstance(one, Excerpt)]
    excerpts.sort(key=lambda excerpt: (excerpt.start, excerpt.end, excerpt.number))
    marks: list[Mark] = []
    for excerpt in excerpts:
        claims = claims_on(project, excerpt.id)
        marks += [Mark(excerpt, claim) for claim in claims] or [Mark(excerpt, None)]
    return tuple(marks)


def claims_on(project: Project, excerpt: str) -> tuple[Claim, ...]:
    """Return the claims that rest on an excerpt, each once."""
    assertions = [one for one in project.referrers(excerpt) if isinstance(one, Assertion)]
    return tuple(
        project.get(Claim, claim) for claim in dict.fromkeys(one.claim for one in assertions)
    )


def excerpts_of(project: Project, claim: str) -> tuple[Excerpt, ...]:
    """Return the excerpts on which a claim rests."""
    assertions = [one for one in project.referrers(claim) if isinstance(one, Assertion)]
    return tuple(project.get(Excerpt, one.excerpt) for one in assertions if one.excerpt)


def standing(marks: Iterable[Mark], text: str) -> tuple[Mark, ...]:
    """Return the marks whose words stand in the text where they say; others are not drawn."""
    return tuple(
        mark for mark in marks if text[mark.excerpt.start : mark.excerpt.end] == mark.excerpt.exact
    )


def spans_of(marks: Iterable[Mark], chosen: frozenset[str]) -> dict[tuple[int, int], bool]:
    """Return each marked span, and whether its excerpt or a claim on it is among the chosen ids."""
    spans: dict[tuple[int, int], bool] = {}
    for mark in marks:
        span = (mark.excerpt.start, mark.excerpt.end)
        ids = {mark.excerpt.id, mark.claim.id if mark.claim else ""}
        spans[span] = spans.get(span, False) or not ids.isdisjoint(chosen)
    return spans


def mark_under(marks: Iterable[Mark], offset: int) -> Mark | None:
    """Return the mark with the fewest words among those that hold an offset."""
    under = [one for one in marks if one.excerpt.start <= offset <= one.excerpt.end]
    return min(under, key=lambda one: one.excerpt.end - one.excerpt.start, default=None)


def excerpt_after(marks: Iterable[Mark], here: str | None, caret: int, step: int) -> str | None:
    """Return the id of the excerpt a step (1 or -1) from the present one, else from the caret."""
    excerpts = list({mark.excerpt.id: mark.excerpt for mark in marks}.values())
    ids = [one.id for one in excerpts]
    if not ids:
        return None
    if here in ids:
        return ids[(ids.index(here) + step) % len(ids)]
    before = sum(one.start < caret for one in excerpts)
    return ids[(before if step > 0 else before - 1) % len(ids)]
