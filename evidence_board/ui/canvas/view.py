"""The board as a widget: it paints, and joins the parts that a board is made of."""

from math import ceil, floor

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from evidence_board.model.link import Link
from evidence_board.model.record import Record
from evidence_board.ui.canvas import accessible, badges, clipboard, walking
from evidence_board.ui.canvas.acts import BOARD_ACTS
from evidence_board.ui.canvas.acts.seeing import board_title
from evidence_board.ui.canvas.camera import Camera
from evidence_board.ui.canvas.chosen import Chosen, chosen_on
from evidence_board.ui.canvas.drops import Drops
from evidence_board.ui.canvas.editing import InPlace
from evidence_board.ui.canvas.focusing import Focusing
from evidence_board.ui.canvas.following import Following
from evidence_board.ui.canvas.geometry import Ints
from evidence_board.ui.canvas.hand import Hand
from evidence_board.ui.canvas.hearing import Hearing
from evidence_board.ui.canvas.hover_text import HoverText
from evidence_board.ui.canvas.linking import Linking
from evidence_board.ui.canvas.live import Live
from evidence_board.ui.canvas.overlays import Overlays
from evidence_board.ui.canvas.pinching import Pinching
from evidence_board.ui.canvas.pointing import Pointing, Tool
from evidence_board.ui.canvas.preparing import Preparing
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.canvas.showing_pictures import ShowingPictures
from evidence_board.ui.canvas.surface import Surface
from evidence_board.ui.canvas.views import View, view_of
from evidence_board.ui.document import Document
from evidence_board.ui.theme import Theme, current_theme


class BoardView(Hearing):
    """One board of the document, to look at and to work on."""

    add_source_requested = Signal()
    sample_requested = Signal()
    menu_requested = Signal(QPoint, object)
    """Where on the screen, and the ids that are selected there."""
    zoom_changed = Signal(float)

    def __init__(
        self,
        document: Document,
        board_id: str,
        parent: QWidget | None = None,
        *,
        theme: Theme | None = None,
    ) -> None:
        """Show the board with this id; its records and selection are those of ``document``."""
        super().__init__(parent)
        self.document = document
        self.board_id = board_id
        self._theme = theme or current_theme()
        self.camera = Camera(self)
        self.live = Live(fixed=document.project.read_only)
        self.surface = Surface(self._theme, self.camera, self.live, self._show_part, self.gate)
        self.sheet = self._sheet_of(board_id)
        self.surface.show(self.sheet)
        self.in_place = InPlace(self)
        self.linking = Linking(self)
        self.access: accessible.BoardAccess | None = None
        self._chosen: Chosen | None = None
        self._told_focus: str | None = None
        self._shown_once = False
        self._first: View | None = None
        self.hand = Hand(self)
        self.following = Following(self)
        self.pointing = Pointing(self)
        self.drops = Drops(self)
        self.pictures = ShowingPictures(self)
        self.focusing = Focusing(self)
        self.pinching = Pinching(self)
        self.hover_text = HoverText(self)
        self._prepare()
        self.overlays = Overlays(self)
        self._connect()
        Preparing(document.project, self.sheet.layout, self)

    def _prepare(self) -> None:
        accessible.install()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setMinimumSize(160, 120)
        self.setAccessibleName(board_title(self) or self.tr("Board"))

    def _connect(self) -> None:
        self.camera.changed.connect(self._camera_moved)
        self.camera.settled.connect(self.update)
        self.document.changed.connect(self.following.changes)
        self.document.selection_changed.connect(self.following.selection)
        self.document.evidence_checked.connect(self.following.evidence)
        self.document.muted_changed.connect(self.following.counts)
        self.document.reveal_asked.connect(self.reveal)
        self.document.snapping_changed.connect(self.following.grid)
        self.following.grid()
        self._theme.changed.connect(self.following.theme)
        self.destroyed.connect(self.surface.tiling.close)

    # What the parts of the canvas ask of the view

    @property
    def chosen(self) -> Chosen:
        """What is selected, as it lies on this board."""
        if self._chosen is None:
            self._chosen = chosen_on(self.sheet, self.document.selected)
        return self._chosen

    def refresh(self, part: QRegion | None = None) -> None:
        """Paint the layer over the board anew, or a part; tell where the keyboard's focus went."""
        if self.live.focus != self._told_focus:
            self._told_focus = self.live.focus
            accessible.tell_focus(self)
        if part is None:
            self.update()
        else:
            self.update(part)

    def show_caught(self, rows: Ints | None) -> None:
        """Show many cards as selected that are not yet; None shows the selection."""
        self.surface.mark(self.chosen.cards if rows is None else rows, self.chosen.lines)

    def target(self, card: int | None, line: int | None) -> Record | None:
        """Return the record of a card, or of a line that is a link."""
        if card is not None:
            return self.sheet.record(card)
        if line is None:
            return None
        record = self.document.project.find(self.sheet.layout.lines.ties[line].id)
        return record if isinstance(record, Link) else None

    def badge_at(self, x: float, y: float) -> str | None:
        """Return the claim whose origin badge lies at a place of the board."""
        return badges.badge_at(self.sheet, self.camera, self.surface.look, x, y)

    def compose(self, kind: str, place: tuple[float, float] | None) -> None:
        """Open an empty editor on the board; what is written becomes a card."""
        self.in_place.compose(kind, place)

    def edit(self, record_id: str) -> bool:
        """Open the editor on a card or a frame title; False if it has no text to edit."""
        return self.in_place.edit(record_id)

    # What the window asks of the view

    def paste(self, *, words: bool = False) -> None:
        """Take what is on the clipboard, at the pointer or in the middle of the view."""
        take = self.drops.paste_words if words else self.drops.paste
        take(clipboard.present(), self.pointing.place)

    def act(self, action: str) -> None:
        """Do what an action of the window means on the board, by its id in `BOARD_ACTS`."""
        BOARD_ACTS[action](self)

    def set_tool(self, tool: Tool) -> None:
        """Take the tool "select" or "pan"."""
        self.pointing.take_tool(tool)

    def reveal(self, record_id: str) -> None:
        """Bring the card or line of a record into view."""
        area = chosen_on(self.sheet, (record_id,)).area(self.sheet)
        if area is not None:
            self.camera.bring(area, jump=True)

    # Which board, and from where

    def show_board(self, board_id: str, spot: View | None = None) -> None:
        """Show another board of the document, from a spot or, at the first paint, all of it."""
        self.in_place.finish()
        self.linking.close()
        self.pointing.let_go()
        self.focusing.end()
        self.camera.start_anew()
        self.live.clear()
        self.board_id, self._chosen, self._told_focus = board_id, None, None
        self.sheet = self._sheet_of(board_id)
        self.sheet.mark_altered(self.document.altered)
        self.surface.show(self.sheet)
        self._shown_once, self._first = False, spot
        self.setAccessibleName(board_title(self) or self.tr("Board"))
        self.following.show_emphasis()
        self.overlays.follow()
        self.pictures.follow()
        self.update()

    def look_from(self, spot: View) -> None:
        """Look at the board from a spot, when it is painted for the first time."""
        self._first = spot

    @property
    def spot(self) -> View | None:
        """Where one looks at the board; None before it was painted."""
        return view_of(self.camera.viewport) if self._shown_once else None

    def _sheet_of(self, board_id: str) -> Sheet:
        lettering = self.surface.look.lettering
        return Sheet(self.document.project, board_id, lettering, self.document.counts)

    # What changes

    def forget_chosen(self) -> Chosen | None:
        """Look anew for what is selected, when it is asked for; returns what was, if known."""
        before, self._chosen = self._chosen, None
        return before

    def _camera_moved(self) -> None:
        self.in_place.finish()
        self.zoom_changed.emit(self.camera.viewport.zoom)
        self.update()

    def _show_part(self, part: QRect) -> None:
        """Paint a part of the window, in device pixels, anew."""
        ratio = self.camera.viewport.ratio
        left, top = floor(part.x() / ratio), floor(part.y() / ratio)
        self.update(left, top, ceil(part.width() / ratio) + 1, ceil(part.height() / ratio) + 1)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the board; the first time show all of it."""
        if not self._shown_once:
            self._shown_once = True
            if self._first is None:
                self.camera.show_area(self.sheet.layout.area())
            else:
                self.camera.look(self._first.shown_in(self.camera.viewport))
        painter = QPainter(self)
        self.surface.paint(painter, event.rect(), self.chosen)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Have the pictures in view made ready; catch up with what was selected meanwhile."""
        super().showEvent(event)
        self.following.catch_up()
        self.pictures.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self.fit_camera()
        self.overlays.place()

    def fit_camera(self) -> None:
        """Follow the size of the widget, the scale of the interface and the screen."""
        ratio = self.devicePixelRatioF()
        self.camera.fit_window(self.width(), self.height(), self._theme.scale, ratio)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk the cards by Tab; at either end leave the board."""
        if self.pointing.tab(forward=forward) or walking.step_through(self, 1 if forward else -1):
            return True
        self.live.ring = False
        self.update()
        return super().focusNextPrevChild(forward)
