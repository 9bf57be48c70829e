"""The other days that a date of figures may mean, below its field: a press takes one."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_board.commands import dating
from evidence_board.model.source import Source
from evidence_board.ui.canvas.faces import short_date
from evidence_board.ui.docks.page import LinkButton, Page, clear, link_button
from evidence_board.ui.labels import scaled, tip


class OtherDays(QWidget):
    """Shows nothing where a date has one meaning."""

    def __init__(self, page: Page[Source]) -> None:
        """Stand on ``page``."""
        super().__init__()
        self._page = page
        self.buttons: tuple[LinkButton, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(2))

    def fill(self, source: Source) -> None:
        """Offer what the date of ``source`` may mean besides."""
        days = dating.others(source) if not self._page.document.project.read_only else ()
        clear(self._column)
        self.buttons = tuple(self._button(day) for day in days)
        self.setVisible(bool(days))

    def _button(self, day: str) -> LinkButton:
        words = self.tr("Read as {day}").format(day=short_date(day))
        button = link_button(words)
        tip(button, self.tr("The figures of this date may be day and month, or month and day"))
        button.clicked.connect(partial(self._take, day))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _take(self, day: str) -> None:
        self._page.document.act(dating.take_reading, self._page.record, day)
