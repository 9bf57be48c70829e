"""What the keys and actions of the reader do, by the ids of their rows."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QKeySequence

from evidence_board.ui.keymap import KeyMap

if TYPE_CHECKING:
    from evidence_board.ui.reader.view import ReaderView

Act = Callable[[], None]


class ReaderActs:
    """The acts of one reader; `keys` says by which keys they are asked for."""

    def __init__(self, view: "ReaderView") -> None:
        """Act on ``view``, by the usual keys."""
        self.keys = KeyMap()
        self._view = view

    def do(self, id: str) -> None:
        """Do what an action asks, if that is possible now."""
        act = self._possible().get(id)
        if act is not None:
            act()

    def of(self, event: QKeyEvent) -> Act | None:
        """Return what a key asks for, if that is possible now."""
        if self._view.making.possible and event.matches(QKeySequence.StandardKey.Cancel):
            return self._view.page.let_go
        return self._possible().get(self.keys.asked(event.key(), event.modifiers()) or "")

    def _possible(self) -> Mapping[str, Act]:
        view = self._view
        acts: dict[str, Act] = {
            "next_excerpt": view.next_excerpt,
            "previous_excerpt": view.previous_excerpt,
            "list_excerpts": view.header.open_outline,
            "jump": view.jump_back,
            "find": view.open_find,
            "zoom_in": partial(view.zoom, 1),
            "zoom_out": partial(view.zoom, -1),
            "zoom_100": partial(view.zoom, 0),
        }
        if view.making.possible:
            acts |= {"words_claim": view.making.compose, "words_excerpt": view.making.mark}
            if view.making.claim is not None:
                acts["words_attach"] = view.making.attach
        return acts
