"""How the brief of a project is to be: its parts and their order, how deep it goes, for whom."""

from typing import ClassVar, Literal

from evidence_board.model.record import Line, Prose, Record

Depth = Literal["one page", "standard", "full annex"]
Paper = Literal["A4", "Letter"]


class BriefPlan(Record):
    """The one record of its kind; a project without one has what its fields are by default.

    `parts` are names of parts in the order that a person gave them, `left_out` those of them that
    are not wanted; parts that neither names stand where they do by default. Which claims are key
    judgements, and in which order, is the rank of the claims. `audience` is a note to the reader.
    """

    table: ClassVar[str] = "brief_plan"
    plural: ClassVar[str] = "brief_plans"
    noun: ClassVar[str] = "plan of the brief"

    parts: tuple[Line, ...] = ()
    left_out: tuple[Line, ...] = ()
    depth: Depth = "full annex"
    paper: Paper = "A4"
    audience: Prose = ""
