"""The field of a path: at rest it shows both ends of a long one, the tool tip all of it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from evidence_board.ui.labels import plain_tip


class PathField(QLineEdit):
    """A line of text that gives up the middle of a path, never the name of the file."""

    def __init__(self, path: str = "") -> None:
        """Hold ``path``."""
        super().__init__(path)
        self.textChanged.connect(self._tell_whole)
        self._tell_whole(path)

    def shown(self) -> str:
        """Return what is shown at rest: the path, or its beginning and the name of the file."""
        room = self.contentsRect().width() - 2 * self._inset()
        letters, path = self.fontMetrics(), self.text()
        name = path[len(path) - len(Path(path).name) - 1 :]
        left = room - letters.horizontalAdvance(name)
        if left < letters.horizontalAdvance("…"):
            return letters.elidedText(path, Qt.TextElideMode.ElideMiddle, room)
        folder = path.removesuffix(name)
        return letters.elidedText(folder, Qt.TextElideMode.ElideRight, left) + name

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the ends of a path that is too long, unless it is being edited."""
        if self.hasFocus() or self.shown() == self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        inset = self._inset()
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(
            self.contentsRect().adjusted(inset, 0, -inset, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.shown(),
        )

    def _inset(self) -> int:
        """Return where text begins, as the style has it, with the two px of a line edit."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.left() - self.contentsRect().left() + 2

    def _tell_whole(self, path: str) -> None:
        self.setToolTip(plain_tip(path))
