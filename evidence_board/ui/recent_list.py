"""The recent projects: each recognised by its drawn board, with counts and folder."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from evidence_board.ui import pictures
from evidence_board.ui.labels import IconLabel, label, plain_tip, scaled
from evidence_board.ui.settings import Recent, SettingsFile
from evidence_board.ui.theme import icon

_LEAST = 340
"""Below this width a line of the list does not get."""

SHOWN = 4


class RecentList(QWidget):
    """Recent projects under a filter; choosing one tells its path."""

    chosen = Signal(str)

    def __init__(self, settings: SettingsFile) -> None:
        """Show what ``settings`` remember."""
        super().__init__()
        self._settings = settings
        self._filter = QLineEdit()
        self._filter.setProperty("role", "search")
        self._filter.setPlaceholderText(self.tr("Filter"))
        self._filter.setAccessibleName(self.tr("Filter recent projects"))
        self._filter.setMinimumWidth(scaled(110))
        self._filter.setMaximumWidth(scaled(220))
        self._filter.addAction(
            icon("search", "text.tertiary"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._filter.textChanged.connect(self.refresh)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Recent projects"), "title"))
        head.addStretch(1)
        head.addWidget(self._filter, 2)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(6))
        self._empty = label("", "hint")
        self._shown: tuple[RecentLine, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addWidget(self._empty)
        self.refresh()

    def entries(self) -> Sequence["RecentLine"]:
        """Return the lines that show."""
        return self._shown

    def refresh(self) -> None:
        """Show what the settings remember now, as far as the filter lets it through."""
        for before in self._shown:
            self._lines.removeWidget(before)
            before.deleteLater()
        words = self._filter.text().casefold().split()
        found = [
            one
            for one in self._settings.current.recent
            if all(word in f"{one.title} {one.path}".casefold() for word in words)
        ]
        self._shown = tuple(self._line(one) for one in found[:SHOWN])
        self._empty.setText(
            self.tr("No match for “{words}”.").format(words=self._filter.text())
            if words
            else self.tr("No projects yet. The ones you open stand here.")
        )
        self._empty.setVisible(not found)

    def _line(self, recent: Recent) -> "RecentLine":
        line = RecentLine(recent, pictures.path_of(self._settings.folder, recent.path))
        line.chosen.connect(self.chosen)
        line.forget_asked.connect(self._forget)
        self._lines.addWidget(line)
        return line

    def _forget(self, path: str) -> None:
        self._settings.forget(path)
        self.refresh()


class RecentLine(QPushButton):
    """One project: thumbnail, title, counts, folder and when it was open last."""

    chosen = Signal(str)
    forget_asked = Signal(str)

    def __init__(self, recent: Recent, thumbnail: Path) -> None:
        """Show ``recent``; a file that is gone says so and cannot be opened."""
        super().__init__()
        self._recent = recent
        self._missing = not Path(recent.path).is_file()
        self.setProperty("role", "door")
        self.setAutoDefault(True)  # so that Enter opens it, as it opens the doors
        self.clicked.connect(lambda: self.chosen.emit(recent.path))
        self.setAccessibleName(recent.title or Path(recent.path).stem)
        self.setToolTip(plain_tip(recent.path))
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), scaled(10), scaled(14), scaled(10))
        row.setSpacing(scaled(16))
        row.addWidget(self._picture(thumbnail))
        row.addLayout(self._words(), 1)
        when = label(told_day(recent.opened_at), "hint")
        row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = row

    @property
    def missing(self) -> bool:
        """Whether the file is not where it was."""
        return self._missing

    def sizeHint(self) -> QSize:
        """Return the room of the thumbnail and its margins."""
        return QSize(scaled(600), scaled(pictures.SIZE[1] + 20))

    def minimumSizeHint(self) -> QSize:
        """Return the least room, which leaves some for the words."""
        return QSize(scaled(_LEAST), self.sizeHint().height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to take the project off the list."""
        menu = QMenu(self)
        menu.addAction(self.tr("Take off this list")).triggered.connect(
            lambda: self.forget_asked.emit(self._recent.path)
        )
        menu.popup(event.globalPos())

    def _words(self) -> QVBoxLayout:
        recent = self._recent
        words = QVBoxLayout()
        words.setSpacing(scaled(3))
        words.addStretch()
        title = recent.title or Path(recent.path).stem
        words.addWidget(label(title, "cardTitle", wrap=True))
        counts = ", ".join(
            (
                self.tr("%n card(s)", "", recent.cards),
                self.tr("%n source(s)", "", recent.sources),
                self.tr("%n origin(s)", "", recent.origins),
            )
        )
        words.addWidget(label(counts, "meta", wrap=True))
        words.addLayout(self._place())
        words.addStretch()
        return words

    def _place(self) -> QHBoxLayout:
        place = QHBoxLayout()
        place.setSpacing(scaled(6))
        if self._missing:
            place.addWidget(IconLabel("triangle-alert", "status.warn.text", 14))
            gone = self.tr("The file is not there any more: {path}")
            place.addWidget(label(gone.format(path=self._recent.path), "hint", level="warn"))
        else:
            place.addWidget(IconLabel("folder-open", "text.tertiary", 14))
            place.addWidget(label(told_folder(Path(self._recent.path).parent), "hint"))
        place.addStretch()
        return place

    def _picture(self, thumbnail: Path) -> QLabel:
        shown = QLabel()
        shown.setTextFormat(Qt.TextFormat.PlainText)
        size = QSize(scaled(pictures.SIZE[0]), scaled(pictures.SIZE[1]))
        shown.setFixedSize(size)
        shown.setProperty("role", "thumbnail")
        drawn = QPixmap(str(thumbnail))
        if not drawn.isNull():
            mode = Qt.TransformationMode.SmoothTransformation
            shown.setPixmap(drawn.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, mode))
        return shown


def told_folder(folder: Path) -> str:
    """Return a folder as people read it: below the home folder without that."""
    home = Path.home()
    near = folder.relative_to(home) if folder.is_relative_to(home) else folder
    return " › ".join(part for part in near.parts if part != folder.anchor) or str(folder)


def told_day(moment: str) -> str:
    """Return the day of an ISO 8601 time in the person's locale; nothing for no time."""
    try:
        day = datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return ""
    if day.date() == date.today():
        return day.strftime("%H:%M")
    shown = QDate(day.year, day.month, day.day)
    return QLocale().toString(shown, QLocale.FormatType.ShortFormat)
