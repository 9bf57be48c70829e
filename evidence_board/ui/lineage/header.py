"""The row above the chart of Lineage: which claim, how many origins, what is folded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from evidence_board.analysis.independence import Independence
from evidence_board.analysis.verdicts import Paired, tally
from evidence_board.brief.origins import badge
from evidence_board.model.claim import Claim
from evidence_board.ui.labels import IconLabel, label, scaled, tip
from evidence_board.ui.naming import kind_icon
from evidence_board.ui.scaled_size import ScaledSize
from evidence_board.ui.style import repolish
from evidence_board.ui.theme import set_icon

_ROOMY = 620
"""From which width on, px at 100 %, there is room for remarks."""


class LineageHeader(QFrame):
    """Names the claim and counts its origins; the stricter count stands beside."""

    relays_folded = Signal(bool)
    all_asked = Signal()

    def __init__(self) -> None:
        """Name nothing yet."""
        super().__init__()
        self.setProperty("role", "block")
        ScaledSize(self, height=44)
        self._icon = IconLabel("scale", "kind.claim")
        self.name = label("", "panelTitle")
        self.name.setMinimumWidth(1)
        self._words = ""
        self._counted = ""
        self.badge = label("", "origins")
        ScaledSize(self.badge, height=22)
        self.strict = label("", "hint")
        self.fold = self._button("list-tree", self.tr("Fold relays (Shift+R)"))
        self.fold.setCheckable(True)
        self.fold.clicked.connect(self.relays_folded)
        self.all = self._button("maximize", self.tr("Show all"))
        self.all.clicked.connect(self.all_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), 0, scaled(10), 0)
        row.setSpacing(scaled(8))
        row.addWidget(self._icon)
        row.addWidget(self.name, 1)
        row.addWidget(self.strict)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.fold)
        row.addWidget(self.all)

    def show_claim(self, claim: Claim, found: Independence) -> None:
        """Name a claim and count its origins."""
        icon, color = kind_icon(claim)
        self._icon.show_icon(icon, color)
        self._words = f"{claim.mark}  {' '.join(claim.text.split())}"
        shown = badge(found.origins)
        self.badge.setText(shown.text)
        self.badge.setProperty("state", "zero" if shown.state == "none" else shown.state)
        repolish(self.badge)
        self._counted = self._told(found)
        self.strict.setText(self._counted)
        self._elide()

    def show_pairs(self, pairs: Sequence[Paired]) -> None:
        """Say on what it rests that the origins count apart."""
        found = tally(pairs)
        parts = [self._counted] if self._counted else []
        if found.assumed:
            parts.append(self.tr("independence partly assumed"))
        elif found.unjudged:
            parts.append(self.tr("independence not judged"))
        elif pairs:
            parts.append(self.tr("independence shown"))
        self.strict.setText("; ".join(parts))
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room; where it is narrow the claim goes before the remarks."""
        super().resizeEvent(event)
        self.strict.setVisible(self.width() >= scaled(_ROOMY))
        self._elide()

    def _told(self, found: Independence) -> str:
        parts = []
        if found.n_min_strict != found.origins.n_min:
            told = self.tr("{number} by the stricter count")
            parts.append(told.format(number=found.n_min_strict))
        if found.origins.n_min:
            parts.append(
                self.tr("{seen} observed, {said} only assert").format(
                    seen=found.observed, said=found.asserted
                )
            )
        return "; ".join(parts)

    def _elide(self) -> None:
        if (row := self.layout()) is not None:
            row.activate()  # the badge and the remarks may have other words, and so another room
        room = max(self.name.width() - scaled(4), 0)
        metrics = self.name.fontMetrics()
        shown = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.name.setText(shown)
        tip(self.name, self._words)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "flat")
        set_icon(button, icon)
        tip(button, words)
        return button
