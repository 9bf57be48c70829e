"""The base of the inspector's pages: a column of sections about one record."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from evidence_board.commands import editing
from evidence_board.model.record import Record
from evidence_board.project.project import Project
from evidence_board.ui.docks.fields import LineField
from evidence_board.ui.docks.frozen import freeze
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.document import Document
from evidence_board.ui.labels import IconLabel, label, plain_tip, rule, scaled
from evidence_board.ui.style import repolish

Shown = TypeVar("Shown", bound=Record)


def written_fields(page: QWidget) -> tuple[LineField | ProseField, ...]:
    """Return the fields of a page in which text is written."""
    found = page.findChildren(QWidget)
    return tuple(one for one in found if isinstance(one, LineField | ProseField))


class RecordPage(QWidget):
    """What the inspector knows of a page."""

    def __init__(self, document: Document) -> None:
        """Show and change records of ``document``."""
        super().__init__()
        self.document = document
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def show_record(self, record: Record) -> None:
        """Show a record, or the same one as it is now."""
        raise NotImplementedError

    def finish(self) -> None:
        """Finish the edit in the field that is being typed in."""
        for field in written_fields(self):
            field.finish()


class Page(RecordPage, Generic[Shown]):
    """A page shows one record and makes one command of each finished edit.

    Pages build their fields once; `show_record` fills them, again after each change.
    """

    def __init__(self, document: Document) -> None:
        """Show and change records of ``document``."""
        super().__init__(document)
        self._record: Shown | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, scaled(24))
        self._column.setSpacing(0)
        self.build()
        self._column.addStretch()

    @property
    def record(self) -> Shown:
        """The record that the page shows; only after `show_record`."""
        assert self._record is not None
        return self._record

    def build(self) -> None:
        """Add the sections; pages override this."""

    def fill(self, record: Shown) -> None:
        """Bring the fields to the values of ``record``; pages override this."""

    def show_record(self, record: Record) -> None:
        """Show a record of the page's kind, or the same one as it is now."""
        self._record = cast(Shown, record)
        self.fill(self._record)
        if self.document.project.read_only:
            freeze(self)

    def change(self, label: str | None = None, **fields: object) -> bool:
        """Change fields of the record as one step; what is refused is put back."""
        return self.write(lambda project, record: editing.change(project, record, label, **fields))

    def write(self, command: Callable[[Project, Shown], object]) -> bool:
        """Run a command on the record with what a field tells; what is refused is put back."""
        record = self.document.project.find(self.record.id)
        if record is None:
            return False
        writing = [one.writing for one in written_fields(self) if one.writing.told]
        told = writing[0].told if writing else None
        done = self.document.write(told, lambda project: command(project, cast(Shown, record)))
        if told is not None and told.rests:
            return done is not None
        if done is None:
            for one in writing:
                one.revert()
            self._put_back()
        elif self.document.project.find(record.id) == record:
            self.fill(cast(Shown, record))  # nobody else shows in which form it is stored
        return done is not None

    def section(self, title: str = "", aside: QWidget | None = None) -> QVBoxLayout:
        """Start a section under a rule; returns the column for what stands in it."""
        whole = QWidget()
        outer = QVBoxLayout(whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if self._column.count():
            outer.addWidget(rule())
        part = QVBoxLayout()
        part.setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(12))
        part.setSpacing(scaled(6))
        if title:
            part.addLayout(self.head(title, aside))
        outer.addLayout(part)
        self._column.addWidget(whole)
        return part

    def add_foot(self, foot: QWidget) -> None:
        """Stand below all sections."""
        self._column.insertWidget(self._column.count() - 1, foot)

    def head(self, title: str, aside: QWidget | None = None) -> QHBoxLayout:
        """Return the heading of a section, with something at its end."""
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(label(title, "section"))
        row.addStretch()
        if aside is not None:
            row.addWidget(aside)
        return row

    def _put_back(self) -> None:
        """Show what is stored in place of what was refused."""
        for field in written_fields(self):
            field.put_back("")
        self.fill(self.record)


class Grid(QGridLayout):
    """Rows of a name and a field."""

    def __init__(self, part: QVBoxLayout) -> None:
        """Stand at the end of ``part``."""
        super().__init__()
        self.setHorizontalSpacing(scaled(12))
        self.setVerticalSpacing(scaled(5))
        self.setColumnMinimumWidth(0, scaled(82))
        self.setColumnStretch(1, 1)
        part.addLayout(self)

    def add(self, name: str, field: QWidget) -> QWidget:
        """Add a row; returns the field."""
        row = self.rowCount()
        head = label(name, "field")
        head.setBuddy(field)
        self.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(field, row, 1)
        head.setMinimumHeight(scaled(26))
        return field

    def below(self, hint: QWidget) -> None:
        """Add something under the field of the last row."""
        self.addWidget(hint, self.rowCount(), 1)


class HintBox(QFrame):
    """A framed remark of a check, in the words of its rule."""

    def __init__(self, level: str = "warn") -> None:
        """Be hidden until there is something to say."""
        super().__init__()
        self.setProperty("role", "hintBox")
        self.setProperty("level", level)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(10), scaled(5), scaled(10), scaled(6))
        row.setSpacing(scaled(8))
        self._text = label("", wrap=True)
        row.addWidget(IconLabel("info", f"status.{level}.text"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Say something, or hide."""
        self._text.setText(text)
        self.setVisible(bool(text))
        repolish(self)


class LinkButton(QPushButton):
    """A button that looks like a link; words that have no room end with an ellipsis."""

    def __init__(self, words: str) -> None:
        """Show ``words``."""
        super().__init__()
        self.setProperty("role", "link")
        self._words = ""
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self._elide()

    def words(self) -> str:
        """Return the words in full."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return the room of the words in full."""
        width = self.fontMetrics().horizontalAdvance(self._words) + scaled(8)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least room, that of an ellipsis."""
        return QSize(scaled(24), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(self.width() - scaled(6), 0)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip(plain_tip("" if shown == self._words else self._words))


class ActiveButton(QPushButton):
    """A button that Enter presses as well as Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ActiveLink(ActiveButton, LinkButton):
    """A link that Enter presses as well as Space."""


def link_button(words: str) -> LinkButton:
    """Return a button that looks like a link."""
    return LinkButton(words)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (entry := layout.takeAt(0)) is not None:
        widget, inner = entry.widget(), entry.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def told(hint: QLabel, sentences: Sequence[str], level: str = "") -> None:
    """Show sentences under a field, or hide the hint where there are none."""
    text = " ".join(one for one in sentences if one)
    hint.setText(text)
    hint.setVisible(bool(text))
    if hint.property("level") != level:
        hint.setProperty("level", level)
        repolish(hint)
