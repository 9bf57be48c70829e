"""A brief as the values that the templates take; a part that did not change keeps its own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from evidence_board.brief.content import Brief
from evidence_board.brief.parts.boards import BoardFigure, Boards
from evidence_board.brief.parts.lineage import LineageFigure, LineageFigures
from evidence_board.brief.values import Part
from evidence_board.model.brief_plan import Paper
from evidence_board.typeset import lineage
from evidence_board.typeset.characters import StandIns
from evidence_board.typeset.drawing import drawings_of
from evidence_board.typeset.icons import kind_icons
from evidence_board.typeset.plain import Json, anchors_of, plain
from evidence_board.typeset.sheets import ROOMS
from evidence_board.typeset.tokens import tokens

Piece: TypeAlias = Part | LineageFigure | BoardFigure
"""What is kept by itself: a part, or one of its figures."""


@dataclass(frozen=True)
class _Made:
    """What was made of a piece: its value, the places it has, how often what was replaced."""

    of: Piece
    paper: Paper
    value: Json
    anchors: Mapping[str, Json]
    replaced: Counter[str]


class Values:
    """Gives the values of one brief after the other."""

    def __init__(self) -> None:
        self._held: Mapping[str, _Made] = {}
        self._made: dict[str, _Made] = {}

    def of(self, brief: Brief) -> dict[str, Json]:
        """Return all that the templates are given of a brief, every text printable."""
        self._held, self._made = self._made, {}
        parts = [(one.name, self._part(one.name, one.content, brief.paper)) for one in brief.parts]
        stand_ins = StandIns()
        content = plain(replace(brief, parts=(), files={}), stand_ins.printed)
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
        """Return what was made of a part; of one with figures only those that changed are drawn."""
        if not isinstance(part, LineageFigures | Boards):
            return self._piece(name, part, paper)
        figures: Sequence[Piece] = part.figures
        made = [
            self._piece(f"{name} {place}", figure, paper) for place, figure in enumerate(figures)
        ]
        drawings = [one for each in made if isinstance(each.value, list) for one in each.value]
        anchors = {anchor: there for each in made for anchor, there in each.anchors.items()}
        replaced = sum((each.replaced for each in made), Counter[str]())
        return _Made(part, paper, {"drawings": drawings}, anchors, replaced)

    def _piece(self, name: str, of: Piece, paper: Paper) -> _Made:
        held = self._held.get(name)
        if held is None or held.paper != paper or held.of != of:
            stand_ins = StandIns()
            value = plain(_drawn(of, paper), stand_ins.printed)
            held = _Made(of, paper, value, anchors_of(value), stand_ins.counts)
        self._made[name] = held
        return held


def values_of(brief: Brief) -> dict[str, Json]:
    """Return all that the templates are given of a brief, every text printable."""
    return Values().of(brief)


def _drawn(piece: Piece, paper: Paper) -> object:
    """Return a piece as the templates take it: a figure as drawings in pt."""
    if isinstance(piece, LineageFigure):
        return lineage.drawings_of(piece, ROOMS[paper])
    if isinstance(piece, BoardFigure):
        return drawings_of(piece, ROOMS[paper])
    return piece
