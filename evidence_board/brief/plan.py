"""Which parts a brief has, and in which order: the person's choice, the depth, what must stay."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_board.analysis.view import Investigation
from evidence_board.model.brief_plan import BriefPlan, Depth

DEPTHS: tuple[Depth, ...] = ("one page", "standard", "full annex")
"""From the least to the most; each has what those before it have."""


@dataclass(frozen=True)
class PartChoice:
    """A part that can be chosen: its name in `content.PARTS`, and what people call it.

    `depth` is the least of those that have it. What is `fixed` cannot be left out: the title, and
    the contradictions, which nothing may hide.
    """

    name: str
    title: str
    depth: Depth = "standard"
    fixed: bool = False


CHOICES: tuple[PartChoice, ...] = (
    PartChoice("front", "Title and question", "one page", fixed=True),
    PartChoice("answer", "Answer", "one page"),
    PartChoice("judgements", "Key judgements", "one page"),
    PartChoice("changes", "What changed since the last issue", "one page"),
    PartChoice("basis", "What this rests on", "one page"),
    PartChoice("legend", "Scales", "one page"),
    PartChoice("key_claims", "Each judgement in full"),
    PartChoice("lineage", "Origins of each judgement"),
    PartChoice("boards", "Board figures"),
    PartChoice("other_claims", "Claims behind the judgements"),
    PartChoice("contradictions", "Contradictions", "one page", fixed=True),
    PartChoice("discrepancies", "Discrepancies"),
    PartChoice("timeline", "Timeline"),
    PartChoice("gaps", "What is not known"),
    PartChoice("sources", "Sources"),
    PartChoice("endnotes", "Endnotes: exact words"),
    PartChoice("pictures", "Pictures of marked parts"),
    PartChoice("originals", "Originals and hashes", "full annex"),
    PartChoice("open_points", "Open points"),
    PartChoice("method", "Method note"),
)
"""All parts in the order that they have unless a person gave another one."""

BY_NAME = {choice.name: choice for choice in CHOICES}

DEFAULT = BriefPlan(id="default")


def plan_of(view: Investigation) -> BriefPlan:
    """Return the plan of the project's brief; where there is none, that of one with everything."""
    return next(iter(view.all(BriefPlan)), DEFAULT)


def ordered(plan: BriefPlan) -> tuple[str, ...]:
    """Return the names of all parts in the order of the plan, those left out too.

    The title comes first. A part that the plan does not know, since a later version of the program
    has added it, comes after the one that it follows by default.
    """
    names = [name for name in dict.fromkeys(plan.parts) if name in BY_NAME]
    for place, choice in enumerate(CHOICES):
        if choice.name not in names:
            before = CHOICES[place - 1].name if place else ""
            names.insert(names.index(before) + 1 if before in names else 0, choice.name)
    names.sort(key=lambda name: name != CHOICES[0].name)
    return tuple(names)


def is_in(plan: BriefPlan, name: str) -> bool:
    """Whether a part belongs to the brief, if the project has something to say for it."""
    choice = BY_NAME[name]
    return choice.fixed or (reaches(plan.depth, choice.depth) and name not in plan.left_out)


def reaches(depth: Depth, wanted: Depth) -> bool:
    """Whether a brief of a depth has what is there from another depth on."""
    return DEPTHS.index(depth) >= DEPTHS.index(wanted)


def chosen(plan: BriefPlan) -> tuple[str, ...]:
    """Return the names of the parts of the brief, in their order."""
    return tuple(name for name in ordered(plan) if is_in(plan, name))


def with_only(plan: BriefPlan, names: Sequence[str]) -> BriefPlan:
    """Return the plan with these parts alone, in this order.

    The depth grows as far as they need; what cannot be left out stays.
    """
    depth = max((plan.depth, *(BY_NAME[name].depth for name in names)), key=DEPTHS.index)
    out = tuple(one.name for one in CHOICES if one.name not in names and not one.fixed)
    return plan.replace(parts=tuple(names), left_out=out, depth=depth)
