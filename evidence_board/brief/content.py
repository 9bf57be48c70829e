"""A brief from an investigation: the parts that it has something to say for, in order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from evidence_board.analysis.titles import line_of, mark_of, origin_named
from evidence_board.analysis.view import Investigation
from evidence_board.brief.case import Case, last_number
from evidence_board.brief.crops import Crops
from evidence_board.brief.handling import handling_of
from evidence_board.brief.in_order import InOrder
from evidence_board.brief.parts.answer import answer
from evidence_board.brief.parts.basis import basis
from evidence_board.brief.parts.boards import boards
from evidence_board.brief.parts.changes import changes
from evidence_board.brief.parts.contradictions import contradictions
from evidence_board.brief.parts.discrepancies import discrepancies
from evidence_board.brief.parts.endnotes import endnotes
from evidence_board.brief.parts.front import front, title_of
from evidence_board.brief.parts.gaps import gaps
from evidence_board.brief.parts.judgements import judgements
from evidence_board.brief.parts.key_claims import key_claims
from evidence_board.brief.parts.legend import legend
from evidence_board.brief.parts.lineage import lineage
from evidence_board.brief.parts.method import method
from evidence_board.brief.parts.open_points import open_points
from evidence_board.brief.parts.originals import originals
from evidence_board.brief.parts.other_claims import other_claims
from evidence_board.brief.parts.pictures import pictures
from evidence_board.brief.parts.sources import sources
from evidence_board.brief.parts.timeline import timeline
from evidence_board.brief.plan import chosen, plan_of
from evidence_board.brief.state import state_hash
from evidence_board.brief.values import Handling, Part
from evidence_board.brief.wording import short
from evidence_board.model.brief_plan import BriefPlan, Depth, Paper
from evidence_board.model.record import Record
from evidence_board.model.source import OriginGroup, Source

TOOL = "Evidence Board"

PARTS: tuple[tuple[str, Callable[[Case], Part | None]], ...] = (
    ("front", front),
    ("answer", answer),
    ("judgements", judgements),
    ("changes", changes),
    ("basis", basis),
    ("legend", legend),
    ("key_claims", key_claims),
    ("lineage", lineage),
    ("boards", boards),
    ("other_claims", other_claims),
    ("contradictions", contradictions),
    ("discrepancies", discrepancies),
    ("timeline", timeline),
    ("gaps", gaps),
    ("sources", sources),
    ("endnotes", endnotes),
    ("pictures", pictures),
    ("originals", originals),
    ("open_points", open_points),
    ("method", method),
)
"""Every part of a brief: its name and what builds it. A template has a file of the same name,
and `plan.CHOICES` a row that says when it is there."""

MAKERS = dict(PARTS)
NO_CROPS: Crops = {}


@dataclass(frozen=True)
class NamedPart:
    """A part and its name in `PARTS`."""

    name: str
    content: Part


@dataclass(frozen=True)
class Brief:
    """A brief as plain values. `running` is the short title on every page, `state` a SHA-256.

    `issue` is its number; 0 is a draft, which every page says. `after` is the number of the issue
    before it, 0 where it is the first. `files` are the pictures of marked parts by their names.
    """

    title: str
    running: str
    handling: Handling
    state: str
    at: str
    issue: int
    after: int
    paper: Paper
    depth: Depth
    parts: tuple[NamedPart, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)

    def part(self, name: str) -> Part | None:
        """Return the part with this name, None where it was left out."""
        return next((part.content for part in self.parts if part.name == name), None)


def build(
    view: Investigation,
    *,
    at: str,
    tool: str = TOOL,
    altered: frozenset[str] = frozenset(),
    muted: frozenset[str] = frozenset(),
    plan: BriefPlan | None = None,
    issue: int = 0,
    after: int | None = None,
    crops: Crops = NO_CROPS,
    orphaned: frozenset[str] = frozenset(),
) -> Brief:
    """Return the brief of an investigation at a time (ISO 8601, UTC); the same in, the same out.

    `altered` are the SHA-256 of stored bytes that were found not to be what was captured. What is
    `muted` counts as gone, for a preview under a what-if; every page says so. The `plan` is that
    of the project unless another one is given. Without the number of an issue it is a draft. It
    tells what changed after the issue of a number, the newest before it by default. `crops` are the
    pictures of marked parts, `orphaned` the excerpts whose words are gone from their texts.
    """
    view = InOrder(view)
    plan = plan or plan_of(view)
    after = last_number(view, issue) if after is None else after
    case = Case(
        view, at, state_hash(view), tool, altered, plan, issue, after, muted, crops, orphaned
    )
    built = ((name, MAKERS[name](case)) for name in chosen(plan))
    title = title_of(view.record)
    return Brief(
        title,
        _without(view, muted) or short(title, 80),
        handling_of(view),
        case.state,
        at,
        issue,
        after,
        plan.paper,
        plan.depth,
        tuple(NamedPart(name, part) for name, part in built if part is not None),
        {crop.file_name: crop.png for crop in map(case.crop_of, case.pictured) if crop.png},
    )


def _without(view: Investigation, muted: frozenset[str]) -> str:
    """Return what stands on every page under a what-if, nothing without one."""
    records = (view.find(id) for id in sorted(muted))
    names = [_named(one, view) for one in records if one is not None]
    return f"What if, not for delivery: without {', '.join(names)}" if names else ""


def _named(record: Record, view: Investigation) -> str:
    if isinstance(record, Source | OriginGroup):
        return origin_named(record.id, view)
    return mark_of(record) or line_of(record, view)
