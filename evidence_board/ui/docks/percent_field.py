"""A likelihood as a number: it takes its term, and in a gap it offers the neighbours."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidence_board.model.scales import Scale, Term
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.page import ActiveLink, HintBox, clear
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.wording import translate


class PercentField(QWidget):
    """Takes a number on Enter; what is no estimate, or lies in a gap, is refused in words."""

    def __init__(self, take: Callable[[str], None]) -> None:
        """Hand the word of the term to ``take``."""
        super().__init__()
        self._take = take
        self._scale: Scale | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        row = QHBoxLayout()
        row.setSpacing(scaled(6))
        self.field = edits(QLineEdit())
        self.field.setAccessibleName(translate("Judgement", "Likelihood in per cent"))
        self.field.setFixedWidth(scaled(64))
        self.field.returnPressed.connect(self._read)
        row.addWidget(label(translate("Judgement", "or as a number"), "hint"))
        row.addWidget(self.field)
        row.addWidget(label("%", "hint"))
        row.addStretch()
        column.addLayout(row)
        self.refusal = HintBox()
        column.addWidget(self.refusal)
        self._neighbours = QVBoxLayout()
        self._neighbours.setSpacing(0)
        column.addLayout(self._neighbours)

    def show_scale(self, scale: Scale) -> None:
        """Read numbers by a scale; what was refused is over."""
        self._scale = scale
        self.refusal.say("")
        clear(self._neighbours)

    def offered(self) -> tuple[ActiveLink, ...]:
        """Return the ways to the neighbours of what was refused."""
        return tuple(one for one in self.findChildren(ActiveLink) if not one.isHidden())

    def _read(self) -> None:
        scale = self._scale
        if scale is None:
            return
        clear(self._neighbours)
        try:
            percent = float(self.field.text().replace(",", ".").replace("%", "").strip())
        except ValueError:
            self.refusal.say(translate("Judgement", "Type a number from 1 to 99."))
            return
        try:
            term = scale.at(percent)
        except ValueError as refusal:
            self.refusal.say(str(refusal))
            for one in scale.neighbours(percent):
                link = self._neighbour(one)
                self._neighbours.addWidget(link)
                link.show()  # now: a layout shows late what is added late
            return
        self.field.clear()
        self._take(term.word)

    def _neighbour(self, term: Term) -> ActiveLink:
        words = translate("Judgement", "Take “{word}”, {range}")
        link = edits(ActiveLink(words.format(word=term.word, range=term.range)))
        link.clicked.connect(lambda: self._choose(term))
        return link

    def _choose(self, term: Term) -> None:
        self.field.clear()
        self._take(term.word)
