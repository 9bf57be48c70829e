"""What leaves a board as a picture: an immutable copy of its geometry, its faces and its look."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace
from math import ceil, floor
from types import MappingProxyType
from typing import Literal

import numpy as np
from PySide6.QtCore import QRect

from evidence_board.ui.canvas import geometry
from evidence_board.ui.canvas.card_picture import CardPicture
from evidence_board.ui.canvas.contents import Contents
from evidence_board.ui.canvas.discs import DISC
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.geometry import Area, Flags, Floats, Ints
from evidence_board.ui.canvas.ink import Look
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.line_labels import WIDEST, room_beside
from evidence_board.ui.canvas.painting import ALWAYS_SIGNED, BoardPainter
from evidence_board.ui.canvas.scene import Detail, Emphasis, Scene
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.canvas.viewport import Viewport
from evidence_board.ui.tokens import Tokens, load_tokens

MARGIN = 24.0
"""Free board round a picture, px at 100 %."""
_WHITE = "#FFFFFF"
_PAPER = MappingProxyType({"surface.board": _WHITE, "surface.note": "#F6E7A6"})
"""Light colours on paper: white, and notes so dark that a grey print shows their sheet."""
_NONE: Mapping[str, CardPicture] = MappingProxyType({})
_WIDEST_LETTER = 12.0
_DETAIL = Detail("near", "full", "faces")
_SHARES = np.linspace(0.0, 1.0, 17)

Ground = Literal["board", "white"]
"""As on the screen; or white in light colours, for paper."""


@dataclass(frozen=True)
class Figure:
    """A picture to be painted, in any thread: it stays as it is while the board changes.

    ``area`` is on whole px of the board; ``cards`` is how many cards there are.
    """

    scene: Scene
    emphasis: Emphasis
    area: Area
    cards: int
    title: str
    dotted: bool = False

    def painter(self, scale: float = 1.0, *, vector: bool = False) -> BoardPainter:
        """Return what paints it, at so many device pixels a px; ``vector`` keeps all as paths."""
        left, top, width, height = self.area
        viewport = Viewport(left, top, 1.0, width, height, ratio=scale)
        dotted = self.dotted and scale >= 1 and not vector
        return BoardPainter(
            self.scene, viewport, _DETAIL, self.emphasis, vector=vector, dotted=dotted
        )

    def size(self, scale: float = 1.0) -> tuple[int, int]:
        """Return width and height in device pixels."""
        return round(self.area[2] * scale), round(self.area[3] * scale)

    def whole(self, scale: float = 1.0) -> QRect:
        """Return all of it in device pixels."""
        return QRect(0, 0, *self.size(scale))


def area_of(layout: Layout, contents: Contents) -> Area | None:
    """Return the area that a picture of this takes, its margin included; None for nothing."""
    shown = [frame.shown for frame in layout.shown_frames() if frame.id in contents.frames]
    frames = np.array(shown, dtype=np.float64).reshape(-1, 4)
    boxes = np.vstack((layout.boxes[_seen(contents.cards, layout.hidden)], frames))
    if not len(boxes):
        return None
    lines = _seen(contents.lines, layout.lines.hidden)
    corners = np.vstack((boxes[:, :2], boxes[:, :2] + boxes[:, 2:]))
    corners = np.vstack((corners, _spots(layout.lines.drawn(lines).pieces())))
    corners = np.vstack((corners, _ends_of_labels(layout, lines)))
    left, top = (floor(least - MARGIN) for least in corners.min(axis=0))
    right, bottom = (ceil(most + MARGIN) for most in corners.max(axis=0))
    return float(left), float(top), float(right - left), float(bottom - top)


def figure_of(
    sheet: Sheet,
    contents: Contents,
    tokens: Tokens,
    title: str,
    pictures: Mapping[str, CardPicture] = _NONE,
) -> Figure:
    """Return a picture of contents that are not empty, in the colours of ``tokens``.

    ``pictures`` are those of cards, by their hash, where they are sharper than on the screen.
    """
    area = area_of(sheet.layout, contents)
    if area is None:
        raise ValueError("There is nothing to show.")
    cards = _seen(contents.cards, sheet.layout.hidden)
    faces = MappingProxyType({row: _pictured(sheet.face(row), pictures) for row in cards.tolist()})
    layout = _still(sheet.layout)
    emphasis = Emphasis(
        hidden_cards=_others(contents.cards, len(layout.ids)),
        hidden_lines=_others(contents.lines, len(layout.lines.ties)),
        hidden_frames=frozenset(layout.frames) - contents.frames,
    )
    scene = Scene(layout, faces.__getitem__, Look(tokens, Lettering(tokens)))
    dotted = tokens.color("surface.board") != _WHITE
    return Figure(scene, emphasis, area, len(cards), _plain(title), dotted)


def tokens_for(ground: Ground, shown: Tokens) -> Tokens:
    """Return the colours of a picture: those on the screen, or light ones on white."""
    if ground == "board":
        return shown
    light = load_tokens("light")
    return replace(light, colors=MappingProxyType({**light.colors, **_PAPER}))


def _plain(title: str) -> str:
    """Return a title without signs that the title of a file cannot hold."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in title).split())


def _ends_of_labels(layout: Layout, rows: Ints) -> Floats:
    """Return how far the words beside the discs of lines may reach."""
    lines = layout.lines
    signed = rows[np.isin(lines.looks[rows], ALWAYS_SIGNED) | (lines.counts[rows] > 1)]
    ends = []
    for row, (x, y) in zip(signed.tolist(), lines.middles(signed).tolist(), strict=True):
        room = room_beside(layout.boxes[~layout.hidden], (x, y), 1.0)
        reach = DISC + min(room.width, WIDEST, _WIDEST_LETTER * len(lines.ties[row].told))
        ends.append((x - reach if room.left else x + reach, y))
    return np.array(ends, dtype=np.float64).reshape(-1, 2)


def _spots(curves: Floats) -> Floats:
    """Return points all along curves."""
    return np.vstack([geometry.points_at(curves, float(share)) for share in _SHARES])


def _pictured(face: Face, pictures: Mapping[str, CardPicture]) -> Face:
    """Return a face with the pixels of its picture."""
    held = pictures.get(face.picture.sha256) if face.picture is not None else None
    return face if held is None else replace(face, picture=held)


def _seen(rows: Ints, hidden: Flags) -> Ints:
    """Return the rows that no collapsed frame hides."""
    return rows[~hidden[rows]]


def _others(rows: Ints, count: int) -> Ints:
    return np.setdiff1d(np.arange(count), rows)


def _still(layout: Layout) -> Layout:
    """Return a copy of a layout that stays as it is while the board changes."""
    kept = copy(layout)
    kept.lines = layout.lines.frozen()
    for name, held in tuple(vars(kept).items()):
        if isinstance(held, np.ndarray | list | dict):
            setattr(kept, name, held.copy())
    return kept
