"""What is marked in a source: its excerpts in the order of the text, with the claims on them."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidence_board.analysis.anchoring import anchor
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.region import Region
from evidence_board.project.project import Project
from evidence_board.ui.reader.pages.shown import PagePart
from evidence_board.ui.reader.pages.text_pages import TextPages

Span = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """An excerpt and a claim that rests on it; without a claim, nothing rests on it yet.

    `span` is where its words stand in the text that is read: None for a part of a picture, and
    for an orphan, whose words are not there. `moved` says that they stand elsewhere than recorded.
    `place` is where it comes in the order of the text: a part of a page at the beginning of that.
    """

    excerpt: Excerpt
    claim: Claim | None
    span: Span | None
    moved: bool = False
    place: int = -1

    @property
    def orphaned(self) -> bool:
        """Whether the words are gone from the text."""
        return self.span is None and self.excerpt.region is None


def marks_of(project: Project, source: str, text: str) -> tuple[Mark, ...]:
    """Return the marks of a source in the order of a text, one for each claim; orphans first."""
    marks: list[Mark] = []
    pages: TextPages | None = None
    for excerpt in (one for one in project.referrers(source) if isinstance(one, Excerpt)):
        found = anchor(excerpt, text) if excerpt.region is None else None
        span, moved = ((found.start, found.end), found.moved) if found else (None, False)
        place = span[0] if span else -1
        if excerpt.region is not None and excerpt.page is not None:
            pages = pages or TextPages.of(text)
            place = pages.span(excerpt.page)[0]
        for claim in claims_on(project, excerpt.id) or (None,):
            marks.append(Mark(excerpt, claim, span, moved, place))
    return tuple(sorted(marks, key=_order))


def _order(mark: Mark) -> tuple[int, int, int, int]:
    page = 0 if mark.span else mark.excerpt.page or 0
    return mark.place, page, mark.span[1] if mark.span else 0, mark.excerpt.number


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


def orphans_of(marks: Iterable[Mark]) -> tuple[Excerpt, ...]:
    """Return the excerpts whose words are gone, each once."""
    return tuple({mark.excerpt.id: mark.excerpt for mark in marks if mark.orphaned}.values())


def spans_of(marks: Iterable[Mark], chosen: frozenset[str]) -> dict[Span, bool]:
    """Return each marked span, and whether its excerpt or a claim on it is among the chosen ids."""
    spans: dict[Span, bool] = {}
    for mark in marks:
        if mark.span is not None:
            ids = {mark.excerpt.id, mark.claim.id if mark.claim else ""}
            spans[mark.span] = spans.get(mark.span, False) or not ids.isdisjoint(chosen)
    return spans


def regions_of(
    marks: Iterable[Mark], chosen: frozenset[str]
) -> tuple[tuple[str, Region, bool], ...]:
    """Return each marked part of a picture by its excerpt's id, and whether that is chosen."""
    found: dict[str, tuple[str, Region, bool]] = {}
    for mark in marks:
        region, id = Region.of(mark.excerpt.region), mark.excerpt.id
        if region is not None:
            ids = {id, mark.claim.id if mark.claim else ""}
            active = not ids.isdisjoint(chosen) or (id in found and found[id][2])
            found[id] = (id, region, active)
    return tuple(found.values())


def parts_of_pages(marks: Iterable[Mark], chosen: frozenset[str]) -> tuple[PagePart, ...]:
    """Return each marked part of a page; those of pictures are none."""
    pages = {mark.excerpt.id: mark.excerpt.page for mark in marks}
    return tuple(
        PagePart(id, page, region, active)
        for id, region, active in regions_of(marks, chosen)
        if (page := pages[id]) is not None
    )


def mark_under(marks: Iterable[Mark], offset: int) -> Mark | None:
    """Return the mark with the fewest words among those that hold an offset."""
    under = [
        (mark.span[1] - mark.span[0], mark)
        for mark in marks
        if mark.span is not None and mark.span[0] <= offset <= mark.span[1]
    ]
    return min(under, key=lambda one: one[0], default=(0, None))[1]


def excerpt_after(marks: Iterable[Mark], here: str | None, caret: int, step: int) -> str | None:
    """Return the id of the excerpt a step (1 or -1) from the present one, else from the caret."""
    marks = tuple(mark for mark in marks if not mark.orphaned)
    starts = {mark.excerpt.id: max(0, mark.place) for mark in marks}
    ids = list(starts)
    if not ids:
        return None
    if here in ids:
        return ids[(ids.index(here) + step) % len(ids)]
    before = sum(start < caret for start in starts.values())
    return ids[(before if step > 0 else before - 1) % len(ids)]
