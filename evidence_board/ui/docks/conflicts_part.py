"""What does not fit a claim, in the inspector: open contradictions, and words that differ."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_board.analysis.clashes import open_rivals
from evidence_board.analysis.misfits import open_misfits
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.link_types import BY_KEY
from evidence_board.ui.docks.page import LinkButton, Page, clear, link_button
from evidence_board.ui.labels import label, scaled, tip
from evidence_board.ui.naming import line_of, mark_of
from evidence_board.ui.pair_words import pair_of, state_of
from evidence_board.ui.wording import translate


class ConflictsPart:
    """A press on a pair shows both its places side by side; on a claim, that claim."""

    def __init__(self, page: Page[Claim]) -> None:
        """Stand as a section of ``page``."""
        self._page = page
        self._count = label("", "hint")
        part = page.section(translate("Conflicts", "Does not fit"), self._count)
        self._buttons: list[LinkButton] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(8))
        part.addLayout(self._lines)

    def lines(self) -> tuple[LinkButton, ...]:
        """Return what is pressed, from the top."""
        return tuple(self._buttons)

    def fill(self, claim: Claim) -> None:
        """Show what does not fit ``claim`` and is open."""
        document, project = self._page.document, self._page.document.project
        clear(self._lines)
        self._buttons = []
        rivals = open_rivals(project, claim, document.counts.muted)
        pairs = open_misfits(project, claim) if project.count(Discrepancy) else ()
        for rival in rivals:
            words = translate("Conflicts", "{claim} contradicts it").format(claim=mark_of(rival))
            button = self._add(BY_KEY["contradicts"].sign, words, line_of(rival, project))
            button.clicked.connect(partial(document.reveal, rival.id))
        for pair in pairs:
            button = self._add("≠", pair_of(pair, project), state_of(pair, project))
            button.clicked.connect(partial(document.compare, pair.id))
            tip(button, translate("Conflicts", "Show both places side by side"))
        self._count.setText(str(len(self._buttons)) if self._buttons else "–")

    def _add(self, sign: str, words: str, below: str) -> LinkButton:
        """Add a line: its sign, the words that are pressed, and what stands below."""
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(2))
        head = QHBoxLayout()
        head.setSpacing(scaled(6))
        head.addWidget(label(sign, "badge"))
        button = link_button(words)
        head.addWidget(button, 1, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addWidget(label(below, wrap=True))
        self._lines.addWidget(line)
        self._buttons.append(button)
        return button
