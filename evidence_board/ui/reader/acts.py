"""What the keys and actions of the reader do, by the ids of their rows."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QKeySequence

from evidence_board.ui.keymap import KeyMap

if TYPE_CHECKING:
    from evidence_board.ui.reader.header import ReaderHeader
    from evidence_board.ui.reader.view import ReaderView

Act = Callable[[], None]


class ReaderActs:
    """The acts of one reader; `keys` says by which keys they are asked for."""

    def __init__(self, view: "ReaderView") -> None:
        """Act on ``view``, by the usual keys."""
        self.keys = KeyMap()
        self._view = view

    def connect_header(self, header: "ReaderHeader") -> None:
        """Let the buttons of the header ask for the acts they name."""
        for button, id in (
            (header.previous, "previous_excerpt"),
            (header.next, "next_excerpt"),
            (header.search, "find"),
            (header.smaller, "zoom_out"),
            (header.larger, "zoom_in"),
        ):
            button.clicked.connect(partial(self.do, id))

    def do(self, id: str) -> None:
        """Do what an action asks, if that is possible now."""
        act = self._possible().get(id)
        if act is not None:
            act()
        else:
            self._refuse(id)

    def refuse(self, event: QKeyEvent) -> bool:
        """Say why a key of the reader does nothing now; return whether it is one."""
        return self._refuse(self.keys.asked(event.key(), event.modifiers()) or "")

    def of(self, event: QKeyEvent) -> Act | None:
        """Return what a key asks for, if that is possible now."""
        view = self._view
        if view.maker.possible and event.matches(QKeySequence.StandardKey.Cancel):
            return view.maker.let_go
        return self._possible().get(self.keys.asked(event.key(), event.modifiers()) or "")

    def _refuse(self, id: str) -> bool:
        words = self._view.refusals.why(id)
        if words:
            self._view.tell(words)
        return bool(words)

    def _possible(self) -> Mapping[str, Act]:
        view = self._view
        acts: dict[str, Act] = {
            "next_excerpt": partial(view.ways.step, 1),
            "previous_excerpt": partial(view.ways.step, -1),
            "list_excerpts": view.ways.list_excerpts,
            "shared_passages": view.sharing.show_window,
            "discrepancies": view.differing.show_window,
            "jump": view.ways.jump_back,
            "zoom_in": partial(view.forms.zoom, 1),
            "zoom_out": partial(view.forms.zoom, -1),
            "zoom_100": partial(view.forms.zoom, 0),
        }
        acts |= view.turning.possible()
        if not view.is_reading:
            acts["fit_width"] = view.forms.fit_width
        if view.forms.words_show:
            acts |= {
                "find": view.open_find,
                "next_hint": partial(view.hinting.step, 1),
                "previous_hint": partial(view.hinting.step, -1),
            }
        maker = view.maker
        if maker.possible:
            acts |= {"words_claim": maker.compose, "words_excerpt": maker.mark}
            if maker.has_claims:
                acts["words_choose"] = maker.choose_claim
            if maker.claim is not None:
                acts["words_attach"] = maker.attach
        return acts
