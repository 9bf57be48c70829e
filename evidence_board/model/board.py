"""Boards, and the cards and frames that lie on them."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Strict
from sqlmodel import Field

from evidence_board.model.record import GREATEST, Flag, Id, Line, Real, Record

REACH = 10_000_000.0
"""How far from the middle of a board, in px at 100 %, a card may lie."""

Place = Annotated[Real, Field(ge=-REACH, le=REACH)]
Extent = Annotated[Real, Field(gt=0, le=REACH)]
Layer = Annotated[int, Strict(), Field(ge=-GREATEST, le=GREATEST)]


class Board(Record):
    """A sheet on which records are laid out."""

    table: ClassVar[str] = "board"
    plural: ClassVar[str] = "boards"
    noun: ClassVar[str] = "board"

    title: Line
    rank: Real = 0.0


class Card(Record):
    """A record shown on a board, at x, y (top left corner, px at 100 %).

    `record` is the id of a source, claim, excerpt or note; the same record may have cards on
    several boards. `height` 0 follows the text. `layer` orders what overlaps, highest in front.
    """

    table: ClassVar[str] = "card"
    plural: ClassVar[str] = "cards"
    noun: ClassVar[str] = "card"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "board": ("board",),
        "record": ("source", "claim", "excerpt", "note"),
    }

    board: Id
    record: Id
    x: Place
    y: Place
    width: Extent = 208.0
    height: Annotated[Real, Field(ge=0, le=REACH)] = 0.0
    layer: Layer = 0
    locked: Flag = False
    colour: Line = ""


class Frame(Record):
    """A titled area of a board; the cards that lie inside move with it."""

    table: ClassVar[str] = "frame"
    plural: ClassVar[str] = "frames"
    noun: ClassVar[str] = "frame"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {"board": ("board",)}

    board: Id
    title: Line = ""
    x: Place
    y: Place
    width: Extent
    height: Extent
    layer: Layer = 0
    locked: Flag = False
    collapsed: Flag = False
    colour: Line = ""
