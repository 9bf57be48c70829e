"""The field of a chain: from who carries the words to who first said them, written by names."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from evidence_board.commands import chains
from evidence_board.commands.chains import Teller, teller_of
from evidence_board.model.source import Source
from evidence_board.ui.docks.evidence import flat_button
from evidence_board.ui.docks.fields import LineField
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.page import clear, link_button
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled

_AS_LAST = "="
_NAMES = 240


class ChainField(QWidget):
    """Sources from carrier to origin; a name that nobody has yet makes a cited-only source.

    Each step can be taken out, or taken up again to be written otherwise. In the empty field one
    key, =, takes over who stood behind the carrier the last time.
    """

    changed = Signal(object)
    """The tellers behind the carrier, to the origin."""
    resized = Signal()
    """It has another height now."""
    entered = Signal()
    """Enter was pressed with no name written."""

    def __init__(self, document: Document) -> None:
        """Offer the sources of ``document``."""
        super().__init__()
        self._document = document
        self._carrier = ""
        self.tellers: tuple[Teller, ...] = ()
        self._place: int | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addLayout(self._lines)
        column.addLayout(self._build_entry())
        self.affiliation = edits(
            LineField(self.tr("Affiliation"), self.tr("of whom? such as “White House”"))
        )
        self.affiliation.returnPressed.connect(self._add)
        self.affiliation.hide()
        column.addWidget(self.affiliation)
        self.setFocusProxy(self.name)

    def show_chain(self, carrier: str, tellers: tuple[Teller, ...]) -> None:
        """Show who stands behind the source with the id ``carrier``."""
        self._carrier, self.tellers = carrier, tellers
        clear(self._lines)
        held = self._document.project.find(carrier)
        self._stand(self._line(None, teller_of(held)) if isinstance(held, Source) else QWidget())
        for place, teller in enumerate(tellers):
            self._stand(self._line(place, teller))
        self.as_last.setEnabled(bool(self._last()))
        self.resized.emit()

    def offer_names(self) -> None:
        """Let the names of all sources be completed as they are now."""
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            names = {one.name for one in self._document.project.all(Source)}
            self._names.setStringList(sorted(names))
        if popup is not None:
            popup.setMinimumWidth(scaled(_NAMES))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take over the last chain by one key; know the names when the field is entered."""
        if event.type() == QEvent.Type.FocusIn:
            self.offer_names()
        pressed = event.text() if isinstance(event, QKeyEvent) else ""
        asks = event.type() == QEvent.Type.KeyPress and pressed == _AS_LAST
        if asks and not self.name.text() and self.take_last():
            return True
        return super().eventFilter(watched, event)

    def take_last(self) -> bool:
        """Take over who stood behind the carrier of the chain set last; False if nobody did."""
        last = self._last()
        if last:
            self._tell(last)
        return bool(last)

    def finished(self) -> tuple[Teller, ...]:
        """Return the tellers with the one that is being written, if there is one."""
        return self._with_entry() if self.name.text().strip() else self.tellers

    def _build_entry(self) -> QHBoxLayout:
        self.name = edits(LineField(self.tr("Who said it"), self.tr("Who said it to them?")))
        self.name.returnPressed.connect(self._enter)
        self.name.installEventFilter(self)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(self._completer)
        self._completer.activated.connect(self._take_completed, Qt.ConnectionType.QueuedConnection)
        self.unnamed = edits(flat_button("eye-off", self.tr("Unnamed: graded F, with affiliation")))
        self.unnamed.setCheckable(True)
        self.unnamed.toggled.connect(self._show_affiliation)
        self.as_last = edits(flat_button("history", self.tr("Same as last (=)")))
        self.as_last.clicked.connect(self.take_last)
        self.add = edits(flat_button("plus", self.tr("Add to the chain (Enter)")))
        self.add.clicked.connect(self._add)
        row = QHBoxLayout()
        row.setSpacing(scaled(2))
        row.addWidget(self.name, 1)
        for button in (self.unnamed, self.as_last, self.add):
            row.addWidget(button)
        return row

    def _line(self, place: int | None, teller: Teller) -> QWidget:
        """Return the line of one who stands in the chain; the carrier has no place."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(scaled(0 if place is None else 8 * min(place + 1, 4)), 0, 0, 0)
        row.setSpacing(scaled(4))
        row.addWidget(label("" if place is None else "└", "hint"))
        row.addWidget(self._name(teller), 1)
        if place is not None:
            for button in self._step_buttons(place):
                row.addWidget(button)
        return line

    def _stand(self, line: QWidget) -> None:
        """Put a line below the others; shown at once, for a hidden one counts for no height."""
        self._lines.addWidget(line)
        line.show()

    def _name(self, teller: Teller) -> QWidget:
        words = teller.name
        if teller.unnamed:
            words = self.tr("{name} (unnamed, {affiliation}, F)").format(
                name=teller.name, affiliation=teller.affiliation or self.tr("no affiliation")
            )
        if teller.id is None:
            return label(self.tr("{name} – new").format(name=words), wrap=True)
        button = link_button(words)
        button.clicked.connect(lambda: self._document.reveal(str(teller.id)))
        return button

    def _step_buttons(self, place: int) -> tuple[QToolButton, QToolButton]:
        edit = edits(flat_button("pencil", self.tr("Write this step otherwise")))
        edit.clicked.connect(lambda: self._take_up(place))
        remove = edits(flat_button("x", self.tr("Take out of the chain")))
        remove.clicked.connect(lambda: self._take_out(place))
        return edit, remove

    def _take_out(self, place: int) -> None:
        """Take a step out; its button goes, and the keyboard to where another name is written."""
        self._tell((*self.tellers[:place], *self.tellers[place + 1 :]))
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_up(self, place: int) -> None:
        """Put a step into the field, to be written otherwise; it stays until Enter."""
        teller = self.tellers[place]
        self._place = place
        self.unnamed.setChecked(teller.unnamed)
        self.affiliation.put_back(teller.affiliation)
        self.name.put_back(teller.name)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _enter(self) -> None:
        if self.name.text().strip():
            self._add()
        else:
            self.entered.emit()

    def _add(self) -> None:
        if not self.name.text().strip():
            return
        tellers = self._with_entry()
        self._place = None
        self.name.put_back("")
        self.affiliation.put_back("")
        self.unnamed.setChecked(False)
        self._tell(tellers)

    def _take_completed(self, _name: str) -> None:
        """Add the name that was chosen from the list; Enter there has added it already."""
        if self._written() in self.tellers:
            self.name.put_back("")
        else:
            self._add()

    def _with_entry(self) -> tuple[Teller, ...]:
        written = self._written()
        if self._place is None or self._place >= len(self.tellers):
            return (*self.tellers, written)
        return (*self.tellers[: self._place], written, *self.tellers[self._place + 1 :])

    def _written(self) -> Teller:
        """Return who is written in the field: a source that has that name, else a new one."""
        name = self.name.text().strip()
        unnamed = self.unnamed.isChecked()
        affiliation = self.affiliation.text().strip() if unnamed else ""
        held = chains.known(self._document.project, name, affiliation)
        return teller_of(held) if held else Teller(name, None, unnamed, affiliation)

    def _tell(self, tellers: tuple[Teller, ...]) -> None:
        self.show_chain(self._carrier, tellers)
        self.changed.emit(tellers)

    def _last(self) -> tuple[Teller, ...]:
        last = chains.last_chain(self._document.project)
        return tuple(teller_of(one) for one in last if one.id != self._carrier)

    def _show_affiliation(self, on: bool) -> None:
        self.affiliation.setVisible(on)
        self.resized.emit()
