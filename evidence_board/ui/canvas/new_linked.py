"""A new card at the end of a drawn thread: its kind, the type of the line, its words."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from evidence_board.commands import linked_cards
from evidence_board.commands.line_rules import Line, ends_of, type_of
from evidence_board.commands.linked_cards import ABOUT, NewKind, kinds_for, types_to
from evidence_board.model.record import Record
from evidence_board.project.project import Project
from evidence_board.ui.canvas.beside import LinkedSide, place_towards
from evidence_board.ui.canvas.editing import NEW_SIZE, New
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.kind_menu import KindMenu
from evidence_board.ui.canvas.link_menu import Choice, LinkMenu
from evidence_board.ui.canvas.live import Thread
from evidence_board.ui.naming import mark_of

if TYPE_CHECKING:
    from evidence_board.ui.canvas.linking import Linking
    from evidence_board.ui.canvas.view import BoardView

Corner: TypeAlias = Callable[[tuple[float, float]], tuple[float, float]]
"""Where the top left corner of a card of a size lies."""


class NewLinked(QObject):
    """Asks what a new linked card is, and makes it with its line as one step."""

    def __init__(self, board: "BoardView", linking: "Linking") -> None:
        super().__init__(linking)
        self._board = board
        self._linking = linking

    def offer(self, start: str, thread: Thread, x: float, y: float) -> bool:
        """Open the menu of kinds where a thread was dropped; False if nothing fits."""
        record = self._board.document.project.find(start)
        if record is None or self._board.document.project.read_only:
            return False
        kinds = kinds_for(record)
        if not kinds:
            return False
        menu = KindMenu(kinds, self._board.surface.look, self._board)
        menu.chosen.connect(lambda kind: self._ask_type(record, kind, thread, (x, y)))
        self._linking.show(menu, x, y)
        return True

    def add_towards(self, start: Record, row: int, step: tuple[int, int]) -> None:
        """Write a card of the likeliest kind in a direction, linked by the likeliest type.

        The line runs down or to the right, as evidence does, where its type may run both ways.
        """
        kind = kinds_for(start)[0]
        types, towards = types_to(start, kind)
        against = sum(step) < 0 and kind == start.table
        boxes = self._board.sheet.layout.ground()
        x, y = place_towards(boxes, row, NEW_SIZE, step)

        def corner(size: tuple[float, float]) -> tuple[float, float]:
            """Keep the place of the editor; upwards its lower edge, as the card is lower."""
            return x, y + (NEW_SIZE[1] - size[1] if step[1] < 0 else 0.0)

        self._board.camera.bring((x, y, *NEW_SIZE))
        side = LinkedSide(tuple(boxes[row].tolist()), step)
        self._board.live.thread = Thread(side.port(), side.meeting((x, y), NEW_SIZE))
        self._compose(start, kind, types[0].key, towards or against, corner)

    def _ask_type(
        self, start: Record, kind: NewKind, thread: Thread, spot: tuple[float, float]
    ) -> None:
        """Ask for the type of the line where there is a choice; then for the words."""
        self._board.live.thread = thread
        types, towards = types_to(start, kind)
        side = LinkedSide.between(thread.start, thread.end)

        def compose(key: str) -> None:
            self._board.live.thread = thread
            self._compose(start, kind, key, towards, partial(side.corner, thread.end))

        if len(types) < 2:
            compose(types[0].key if types else ABOUT)
            return
        choices = [Choice(one, start.id, start.id) for one in types]
        look = self._board.surface.look
        menu = LinkMenu(choices, reverse=False, look=look, parent=self._board, reasoned=False)
        menu.chosen.connect(lambda choice, _reason: compose(choice.type.key))
        self._linking.show(menu, *spot)
        self._board.refresh()

    def _compose(
        self, start: Record, kind: NewKind, key: str, towards: bool, corner: Corner
    ) -> None:
        """Open the editor for the words; what is written becomes card and line."""
        board = self._board

        def make(project: Project, words: str, place: tuple[float, float]) -> Record:
            x, y = place
            on = board.board_id
            return linked_cards.add(
                project, start.id, kind, words, key, towards=towards, board=on, x=x, y=y
            )

        def tell(made: Record) -> None:
            board.document.tell(_told(board.document.project, made, start), undo=True)

        board.in_place.compose(kind, corner(NEW_SIZE), New(make, corner, tell=tell))
        board.refresh()


def _told(project: Project, made: Record, start: Record) -> str:
    """Return what the line to a new card says; a note has none of its own."""
    drawn = next((one for one in project.referrers(made.id) if isinstance(one, Line)), None)
    if drawn is None:
        return tr("{0} linked to {1}").format(mark_of(made), mark_of(start))
    kind = type_of(drawn)
    first, second = (project.find(id) for id in ends_of(drawn))
    marks = [mark_of(one) for one in (first, second) if one is not None]
    return f" {kind.word} ".join(marks)
