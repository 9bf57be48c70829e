"""What a project says of itself: title, key question, scale, marking, who made it."""

from typing import ClassVar

from evidence_board.model.record import Line, Prose, Record
from evidence_board.model.scales import ScaleKey, Tlp


class ProjectRecord(Record):
    """The one record of its kind in a project; its id is the project's id."""

    table: ClassVar[str] = "project"
    plural: ClassVar[str] = "project"
    noun: ClassVar[str] = "project"

    title: Line
    question: Prose = ""
    scale: ScaleKey = "icd203"
    tlp: Tlp = "TLP:AMBER"
    author: Line = ""
    distribution: Prose = ""
    cut_off: Line = ""
    created_at: Line = ""
