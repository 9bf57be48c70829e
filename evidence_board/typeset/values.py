"""A brief as the values that the templates take; a part that did not change keeps its own."""

from collections import Counter
from dataclasses import dataclass, replace

from evidence_board.brief.content import Brief
from evidence_board.brief.parts.boards import Boards
from evidence_board.brief.parts.lineage import LineageFigures
from evidence_board.brief.values import Part
from evidence_board.model.brief_plan import Paper
from evidence_board.typeset import lineage
from evidence_board.typeset.characters import StandIns
from evidence_board.typeset.drawing import drawings_of
from evidence_board.typeset.icons import kind_icons
from evidence_board.typeset.plain import Json, anchors_of, plain
from evidence_board.typeset.sheets import ROOMS
from evidence_board.typeset.tokens import tokens


@dataclass(frozen=True)
class _Made:
    """What was made of a part: its values, the places it has, how often what was replaced."""

    part: Part
    paper: Paper
    value: Json
    anchors: dict[str, Json]
    replaced: Counter[str]


class Values:
    """Gives the values of one brief after the other."""

    def __init__(self) -> None:
        self._made: dict[str, _Made] = {}

    def of(self, brief: Brief) -> dict[str, Json]:
        """Return all that the templates are given of a brief, every text printable."""
        parts = [(one.name, self._part(one.name, one.content, brief.paper)) for one in brief.parts]
        self._made = dict(parts)
        stand_ins = StandIns()
        content = plain(replace(brief, parts=()), stand_ins.printed)
        assert isinstance(content, dict)
        replaced = sum((made.replaced for _, made in parts), stand_ins.counts)
        content["parts"] = [{"name": name, "content": made.value} for name, made in parts]
        content["stand_ins"] = [
            {"name": name, "count": count} for name, count in sorted(replaced.items())
        ]
        anchors = {name: there for _, made in parts for name, there in made.anchors.items()}
        return {
            "brief": content,
            "anchors": anchors,
            "tokens": tokens(),
            "icons": dict(kind_icons()),
        }

    def _part(self, name: str, part: Part, paper: Paper) -> _Made:
        held = self._made.get(name)
        if held is not None and held.paper == paper and held.part == part:
            return held
        stand_ins = StandIns()
        value = plain(_drawn(part, paper), stand_ins.printed)
        return _Made(part, paper, value, anchors_of(value), stand_ins.counts)


def values_of(brief: Brief) -> dict[str, Json]:
    """Return all that the templates are given of a brief, every text printable."""
    return Values().of(brief)


def _drawn(part: Part, paper: Paper) -> object:
    """Return a part as the templates take it: what is drawn as drawings in pt."""
    room = ROOMS[paper]
    if isinstance(part, LineageFigures):
        sheets = [lineage.drawings_of(figure, room) for figure in part.figures]
        return {"drawings": [one for several in sheets for one in several]}
    if isinstance(part, Boards):
        return {"drawings": [one for figure in part.figures for one in drawings_of(figure, room)]}
    return part
