"""The forms in which a source is read: as text, as pages, as a picture, or told why not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from evidence_board.ui.labels import label, scaled
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.pages.view import PagesView
from evidence_board.ui.reader.picture_page import PicturePage
from evidence_board.ui.reader.reading import Reading, instead
from evidence_board.ui.reader.setting import USUAL


class Forms(QStackedWidget):
    """Shows one of them at a time."""

    def __init__(self, text: PageView, pages: PagesView, picture: PicturePage) -> None:
        """Show none of these yet, but a sentence in their place."""
        super().__init__()
        self._text, self._pages, self._picture = text, pages, picture
        self.hint = label("", "hint", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setContentsMargins(*(scaled(32),) * 4)
        for form in (self.hint, text, pages, picture):
            self.addWidget(form)

    def show_reading(self, reading: Reading | None, *, pages: bool) -> None:
        """Show what is read in its form; where nothing is held, a sentence in its place."""
        if reading is None or reading.capture is None:
            self.hint.setText(instead(reading.source if reading is not None else None))
            self.setCurrentWidget(self.hint)
        elif reading.picture is not None:
            self.setCurrentWidget(self._picture)
        else:
            self.setCurrentWidget(self._pages if pages else self._text)

    @property
    def text_shows(self) -> bool:
        """Whether a text shows."""
        return self.currentWidget() is self._text

    @property
    def pages_show(self) -> bool:
        """Whether pages show."""
        return self.currentWidget() is self._pages

    @property
    def words_show(self) -> bool:
        """Whether a text shows, or the pages of one."""
        return self.text_shows or (self.pages_show and bool(self._text.paragraphs.text))

    @property
    def something_shows(self) -> bool:
        """Whether a text, pages or a picture show."""
        return self.currentWidget() is not self.hint

    @property
    def has_caret(self) -> bool:
        """Whether the keyboard moves a caret through words."""
        return self._text.hasFocus() or self._pages.hasFocus()

    def zoom(self, step: int) -> None:
        """Show what shows larger or smaller by a step; 0 is its usual size."""
        if self.pages_show:
            self._pages.zoom(step)
        elif self.text_shows:
            self._text.set_size(self._text.text_size + step if step else USUAL)
        else:
            self._picture.zoom(step)

    def fit_width(self) -> None:
        """Show pages or a picture as wide as there is room."""
        if self.pages_show:
            self._pages.fit_width()
        else:
            self._picture.fit_width()

    def take_focus(self) -> None:
        """Let the keyboard be where the source is read."""
        shown: QWidget | None = self.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
