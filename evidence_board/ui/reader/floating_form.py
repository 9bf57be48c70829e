"""The form for a claim where there is no margin: at the end of the view, over a picture."""

from PySide6.QtWidgets import QAbstractScrollArea

from evidence_board.ui.labels import scaled
from evidence_board.ui.reader.composer import Composer

_WIDTH, _EDGE = 260, 12


class FloatingForm:
    """Holds one form over a view."""

    def __init__(self, page: QAbstractScrollArea) -> None:
        """Stand over ``page``, empty."""
        self._page = page
        self.composer: Composer | None = None

    def hold(self, form: Composer) -> None:
        """Show a form."""
        self.composer = form
        form.resized.connect(self.place)
        form.setParent(self._page.viewport())
        self.place()
        form.show()

    def let_go(self) -> None:
        """Take the form away; nothing that was written is lost with it."""
        if self.composer is not None:
            self.composer.go()
            form, self.composer = self.composer, None
            form.hide()
            form.setParent(None)
            form.deleteLater()

    def place(self) -> None:
        """Put the form at the end of the view, as wide and high as there is room."""
        if self.composer is None:
            return
        room, edge = self._page.viewport(), scaled(_EDGE)
        width = min(scaled(_WIDTH), room.width() - 2 * edge)
        height = self.composer.height_for(width, room.height() - 2 * edge)
        self.composer.setGeometry(room.width() - width - edge, edge, width, round(height))
