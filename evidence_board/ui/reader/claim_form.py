"""The fields of a claim that is being made: who says it and how, when, where, how much."""

from collections.abc import Mapping
from typing import cast, get_args

from pydantic import JsonValue
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from evidence_board.analysis.quantities import quantity_of, quantity_words
from evidence_board.commands.claims import Particulars, Saying
from evidence_board.model.assertion import Mode
from evidence_board.model.scales import FACTUALITY, Factuality
from evidence_board.ui.docks.chain_field import ChainField
from evidence_board.ui.docks.fields import ChoiceField, LineField
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LABELS = 58


class ClaimForm(QWidget):
    """Rows that start as proposed; Enter in any of them accepts the whole."""

    entered = Signal()
    left = Signal()
    changed = Signal()
    """A row was added or taken away: the form has another height."""

    def __init__(
        self, document: Document, carrier: str, saying: Saying, particulars: Particulars | None
    ) -> None:
        """Propose who says it and how; without `particulars` only that is asked."""
        super().__init__()
        self._saying = saying
        self._carrier = carrier
        self._quantity: Mapping[str, JsonValue] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(8))
        self._grid.setVerticalSpacing(scaled(3))
        self._grid.setColumnMinimumWidth(0, scaled(_LABELS))
        self._grid.setColumnStretch(1, 1)
        self._build_saying(document, carrier, saying)
        self._lines: dict[str, LineField] = {}
        if particulars is not None:
            self._build_particulars(particulars)
        for field in self.findChildren(QLineEdit):
            field.setMinimumWidth(1)
            field.installEventFilter(self)
        self.chain.entered.connect(self.entered)
        self.chain.resized.connect(self.changed)

    def line(self, name: str) -> LineField:
        """Return the field of a particular: event, stated, place or quantity."""
        return self._lines[name]

    def needed(self, width: int) -> int:
        """Return the height that all rows need now in a width."""
        self._grid.invalidate()
        if self._grid.hasHeightForWidth():
            return self._grid.totalHeightForWidth(width)
        return self._grid.totalSizeHint().height()

    @property
    def asks_particulars(self) -> bool:
        """Whether it asks when, where and how much."""
        return bool(self._lines)

    def saying(self) -> Saying:
        """Return who says it and how, as it stands in the fields."""
        return Saying(
            tellers=self.chain.finished(),
            mode=cast("Mode | None", self.mode.currentData()),
            factuality=cast("Factuality | None", self.factuality.currentData()),
            hedge=self.hedge.text().strip(),
            partial=self._saying.partial,
            basis=self._saying.basis,
        )

    def particulars(self) -> Particulars:
        """Return when, where and how much, as it stands in the fields."""
        written = {name: field.text().strip() for name, field in self._lines.items()}
        quantity = written.get("quantity", "")
        kept = quantity == quantity_words(self._quantity)
        return Particulars(
            event=written.get("event") or None,
            stated=written.get("stated") or None,
            place=written.get("place", ""),
            quantity=self._quantity if kept else quantity_of(quantity),
        )

    def take_saying(self, saying: Saying) -> None:
        """Put who says it and how into the fields, as far as it tells."""
        if saying.tellers:
            self.chain.show_chain(self._carrier, saying.tellers)
        if saying.mode is not None:
            self.mode.show_key(saying.mode)
        if saying.hedge:
            self.hedge.put_back(saying.hedge)
        if saying.factuality is not None:
            self.factuality.show_key(saying.factuality)

    def take_line(self, name: str, text: str) -> None:
        """Put what was accepted elsewhere into a field."""
        self._lines[name].put_back(text)

    def take_quantity(self, quantity: Mapping[str, JsonValue]) -> None:
        """Put an accepted quantity into its field."""
        self._quantity = quantity
        self._lines["quantity"].put_back(quantity_words(quantity))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept all at Enter, leave at Escape; the field of a name has an Enter of its own."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            own = watched in (self.chain.name, self.chain.affiliation)
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
            if event.key() in _ENTER and not own:
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def _build_saying(self, document: Document, carrier: str, saying: Saying) -> None:
        self.chain = ChainField(document)
        self.chain.show_chain(carrier, saying.tellers)
        self._grid.addWidget(label(self.tr("Who says"), "field"), 0, 0, 1, 2)
        self._grid.addWidget(self.chain, 1, 0, 1, 2)
        modes: list[tuple[str | None, str]] = [(None, self.tr("not said"))]
        modes += [(key, key) for key in get_args(Mode)]
        self.mode = ChoiceField(self.tr("Mode"), modes)
        self.mode.show_key(saying.mode)
        self.mode.setMinimumWidth(1)
        self._add(self.tr("Mode"), self.mode)
        self.hedge = LineField(self.tr("Hedge"), self.tr("none found"))
        self.hedge.put_back(saying.hedge)
        rows: list[tuple[str | None, str]] = [(None, "–")]
        rows += [(key, f"{words} ({key})") for key, words in FACTUALITY.items()]
        self.factuality = ChoiceField(self.tr("Certainty"), rows)
        self.factuality.show_key(saying.factuality)
        self._add(self.tr("Hedge"), self.hedge)
        self._add(self.tr("Certainty"), self.factuality)

    def _build_particulars(self, particulars: Particulars) -> None:
        for name, words, hint in (
            ("event", self.tr("Date"), self.tr("such as 2023-10-05")),
            ("stated", self.tr("Said on"), self.tr("such as 2023-10-16")),
            ("place", self.tr("Place"), ""),
            ("quantity", self.tr("Quantity"), self.tr("such as about 73 cars")),
        ):
            self._lines[name] = LineField(words, hint)
            self._add(words, self._lines[name])
        self.take_line("event", particulars.event or "")
        self.take_line("stated", particulars.stated or "")
        self.take_line("place", particulars.place)
        self.take_quantity(particulars.quantity)

    def _add(self, words: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        head = label(words, "field")
        head.setBuddy(field)
        head.setMinimumHeight(scaled(24))
        side = QVBoxLayout()
        side.addWidget(head)
        side.addStretch()
        self._grid.addLayout(side, row, 0)
        self._grid.addWidget(field, row, 1)
