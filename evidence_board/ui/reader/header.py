"""The row above the text: which source this is, and the ways through its excerpts."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from evidence_board.analysis.dates import edtf_words
from evidence_board.commands import dating
from evidence_board.model.source import Source
from evidence_board.ui.canvas.faces import short_date
from evidence_board.ui.keymap import KeyMap, native
from evidence_board.ui.labels import GradeCells, label, picture, scaled, tip
from evidence_board.ui.reader.layer_switches import LayerSwitches, beside_icon
from evidence_board.ui.scaled_size import ScaledSize
from evidence_board.ui.theme import set_icon


class ReaderHeader(QFrame):
    """Name, date and grade of a source; steps between excerpts, find, size of the text."""

    def __init__(self) -> None:
        """Name nothing yet."""
        super().__init__()
        self.setProperty("role", "block")
        ScaledSize(self, height=44)
        self.name = label("", "panelTitle")
        self.name.setMinimumWidth(1)
        self._name = ""
        self.date = label("", "meta")
        self.other_date = self._other_date()
        self.grade = GradeCells()
        self.count = self._outline_button()
        self.outline = QMenu(self.count)
        self.count.clicked.connect(self.open_outline)
        self.previous = self._button("chevron-up", self.tr("Previous excerpt (Alt+Up)"))
        self.next = self._button("chevron-down", self.tr("Next excerpt (Alt+Down)"))
        self.search = self._button("search", self.tr("Find in this text"))
        self.smaller = self._button("zoom-out", self.tr("Smaller"))
        self.larger = self._button("zoom-in", self.tr("Larger"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(scaled(16), 0, scaled(10), 0)
        self._row.setSpacing(scaled(8))
        self._row.addWidget(picture("newspaper", "kind.source"))
        self._row.addWidget(self.name)
        self._row.addWidget(self.date)
        self._row.addWidget(self.other_date)
        self._row.addWidget(self.grade)
        self._row.addStretch(1)
        self.layers = LayerSwitches()
        self.layers.counted.connect(self._fit)
        self._row.addWidget(self.layers, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(0)
        for button in (self.previous, self.next, self.search, self.smaller, self.larger):
            self._ways.addWidget(button)
        self._row.addLayout(self._ways)
        spare = (self.smaller, self.larger, self.date, self.search, self.layers, self.count)
        self._shows: dict[QWidget, bool] = dict.fromkeys(spare, True)
        # What is wanted, in the order in which it goes: keys do the same.

    def show_keys(self, keys: KeyMap) -> None:
        """Tell the first key of what each button does, where it has one."""
        for button, words, id in (
            (self.search, self.tr("Find in this text"), "find"),
            (self.smaller, self.tr("Smaller"), "zoom_out"),
            (self.larger, self.tr("Larger"), "zoom_in"),
        ):
            first = next(iter(keys.of(id)), "")
            tip(button, f"{words} ({native(first)})" if first else words)

    def name_source(self, source: Source) -> None:
        """Show which source is read, and how it is graded."""
        self._name = source.name
        tip(self.name, source.title or source.name)
        self.date.setText(edtf_words(source.published) or self.tr("no date"))
        self._offer_date(source)
        self.grade.show_grade(source.reliability)
        self._fit()

    def count_excerpts(self, count: int, orphaned: int = 0) -> None:
        """Show how many excerpts there are; without any in the text there is nowhere to step."""
        text = self.tr("1 excerpt") if count == 1 else self.tr("{count} excerpts")
        more = self.tr(", {count} orphaned").format(count=orphaned) if orphaned else ""
        self.count.setText(text.format(count=count) + more)
        tip(self.count, self.tr("List the excerpts of this text (O)"))
        self._shows[self.count] = count > 0
        self.previous.setEnabled(count > orphaned)
        self.next.setEnabled(count > orphaned)
        self._fit()

    def open_outline(self) -> None:
        """Show the list of excerpts below its button."""
        if self._shows[self.count]:
            below: QWidget = self.count if self.count.isVisible() else self
            self.outline.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def allow(self, *, hints: bool, words: bool, something: bool) -> None:
        """Show the controls that need a text with hints, words, or anything to be seen."""
        self._shows[self.layers] = hints
        self._shows[self.search] = words
        self._shows[self.smaller] = self._shows[self.larger] = something
        for button in (self.previous, self.next):
            button.setVisible(something)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name where it does not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the name what room the others leave; what can be spared goes where there is none.

        Words stand beside the signs of the layers only where all of the name fits as well.
        """
        self.name.setText("")
        for part, wanted in self._shows.items():
            part.setVisible(wanted)
        metrics = self.name.fontMetrics()
        self.layers.spell(True)
        if self.width() - self._wanted() < metrics.horizontalAdvance(self._name) + scaled(4):
            self.layers.spell(False)
        for part in self._shows:
            if self._wanted() <= self.width():
                break
            part.hide()
        room = max(0, self.width() - self._wanted())
        self.name.setText(metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room))

    def _wanted(self) -> int:
        """Return the width of all that shows, without the name."""
        self._ways.invalidate()
        self._row.invalidate()
        return self._row.sizeHint().width()

    def _offer_date(self, source: Source) -> None:
        """Offer the next day that the date may mean, with the reason for the one that shows."""
        day = dating.next_reading(source) if dating.others(source) else None
        self.other_date.setVisible(day is not None)
        if day is None:
            return
        self.other_date.setText(self.tr("or {day}?").format(day=short_date(day)))
        held = source.basis.get("published")
        reason = str(held.get("words") or "") if isinstance(held, Mapping) else ""
        told = self.tr("Take the other reading of the date: {day}").format(day=edtf_words(day))
        tip(self.other_date, f"{told}. {reason}" if reason else told)

    def _other_date(self) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "link")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.hide()
        return button

    def _outline_button(self) -> QToolButton:
        """Return the button that lists the excerpts below it."""
        button = QToolButton()
        button.setProperty("role", "flat")
        button.setToolButtonStyle(beside_icon())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_icon(button, "list")
        return button

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton()
        set_icon(button, icon)
        tip(button, text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
