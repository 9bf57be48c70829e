"""The origins of all claims in the inspector, where nothing is selected: how many rest on what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from evidence_board.brief.origins import badge
from evidence_board.brief.values import BadgeState
from evidence_board.model.claim import Claim
from evidence_board.model.project_record import ProjectRecord
from evidence_board.ui.docks.page import Page, clear, link_button
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.turns import Turns
from evidence_board.ui.wording import translate

_ORDER: tuple[BadgeState, ...] = ("circular", "zero", "one", "range", "many", "none")
"""The states of the badge, those to look at first before the others."""


@dataclass(frozen=True)
class Standing:
    """The claims by the state of their badge, each state in the order of the claims."""

    claims: Mapping[BadgeState, tuple[str, ...]]


class OriginsSummary(QObject):
    """Counts in turns; a press on a line shows where the first of its claims comes from."""

    def __init__(self, page: Page[ProjectRecord]) -> None:
        """Stand as a section of ``page``, which owns this."""
        super().__init__(page)
        self._page = page
        part = page.section(translate("BoardPage", "Origins of the claims"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(2))
        part.addLayout(self._lines)
        self._empty = label(translate("BoardPage", "No claims yet."), "hint", wrap=True)
        part.addWidget(self._empty)
        self._shown: Standing | None = None
        self._turns = Turns(self)
        self._turns.found.connect(self._show)

    def fill(self) -> None:
        """Count, where nobody has since the last change; until then the former lines stay."""
        self._turns.begin(self._counting())

    def _counting(self) -> Iterator[Standing | None]:
        document = self._page.document
        found: dict[BadgeState, list[str]] = {}
        for claim in document.project.all(Claim):
            if document.project.find(claim.id) is claim:
                state = badge(document.counts.origins(claim)).state
                found.setdefault(state, []).append(claim.id)
            yield None
        yield Standing({state: tuple(ids) for state, ids in found.items()})

    def _show(self, standing: object) -> None:
        if not isinstance(standing, Standing) or standing == self._shown:
            return  # this is asked at each change, and widgets are dear
        self._shown = standing
        clear(self._lines)
        self._empty.setVisible(not standing.claims)
        for state in _ORDER:
            ids = standing.claims.get(state, ())
            if ids:
                line = link_button(_words(state).format(number=len(ids)))
                line.clicked.connect(lambda _on=False, id=ids[0]: self._page.document.trace(id))
                self._lines.addWidget(line)


def _words(state: BadgeState) -> str:
    words: dict[BadgeState, str] = {
        "circular": translate("BoardPage", "On sources that only cite each other: {number}"),
        "zero": translate("BoardPage", "Without an identified origin: {number}"),
        "one": translate("BoardPage", "On one origin: {number}"),
        "range": translate("BoardPage", "On origins that are not all known: {number}"),
        "many": translate("BoardPage", "On two origins or more: {number}"),
        "none": translate("BoardPage", "Without a source: {number}"),
    }
    return words[state]
