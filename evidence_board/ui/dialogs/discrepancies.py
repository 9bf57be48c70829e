"""Discrepancies: two places that do not fit, side by side, with a verdict and its reason."""

from typing import TypeAlias, get_args

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from evidence_board.commands import discrepancies
from evidence_board.model.discrepancy import Discrepancy, Verdict
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.suggest.suggestion import Difference, Span
from evidence_board.ui.dialogs.side_by_side import ENTER, SideBySide
from evidence_board.ui.differences import Differences
from evidence_board.ui.docks.fields import ChoiceField, LineField
from evidence_board.ui.document import Document
from evidence_board.ui.theme import Theme
from evidence_board.ui.wording import translate

Row: TypeAlias = Difference | Discrepancy
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_LONGEST_VERDICT = 30
"""How many characters a verdict has room for."""


class Discrepancies(SideBySide[Row]):
    """Lists what is proposed and what was noted."""

    def __init__(
        self, document: Document, differences: Differences, theme: Theme, parent: QWidget
    ) -> None:
        """Show what ``differences`` knows, and what it finds from now on."""
        self._differences = differences
        self._shown: Row | None = None
        super().__init__(translate("Discrepancies", "Discrepancies"), document, theme, parent)
        differences.changed.connect(self.refresh)
        document.changed.connect(self.refresh)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter lead from the reason to the button."""
        if self.reason.hasFocus() and event.key() in ENTER:
            self.keep_button.setFocus()
        else:
            super().keyPressEvent(event)

    def build_acts(self, across: QHBoxLayout) -> None:
        """Add the verdict, its reason, and the two buttons."""
        verdicts: list[tuple[str | None, str]] = [(None, self.tr("No verdict yet"))]
        verdicts += [(key, key[0].upper() + key[1:]) for key in VERDICTS]
        self.verdict = ChoiceField(self.tr("Verdict"), verdicts)
        self.verdict.setMinimumContentsLength(_LONGEST_VERDICT)
        self.reason = LineField(self.tr("Reason"), self.tr("Why they fit or do not"))
        self.keep_button = self.act_button(self._keep)
        self.keep_button.setProperty("role", "primary")
        self.away_button = self.act_button(self._put_away)
        across.addWidget(self.verdict)
        across.addWidget(self.reason, 1)
        across.addWidget(self.keep_button)
        across.addWidget(self.away_button)

    # Showing

    def choose(self, discrepancy_id: str) -> None:
        """Show a discrepancy that was noted; what is proposed later leaves it chosen."""
        ids = [one.id if isinstance(one, Discrepancy) else "" for one in self._rows]
        if discrepancy_id in ids:
            self.list.setCurrentRow(ids.index(discrepancy_id))

    def refresh(self) -> None:
        """List what there is now; a noted one that shows goes on to show."""
        before = self.row
        super().refresh()
        if isinstance(before, Discrepancy):
            self.choose(before.id)

    def rows_now(self) -> tuple[Row, ...]:
        """Return what is proposed, then what was noted, the open ones first."""
        project, found = self._document.project, self._differences.all()
        proposed = [one for one in found if discrepancies.is_open(project, one)]
        noted = sorted(project.all(Discrepancy), key=lambda one: one.verdict is not None)
        return (*proposed, *noted)

    def state_words(self) -> str:
        """Return how many are proposed, or that there are none."""
        if self._differences.busy and not self._rows:
            return self.tr("Comparing figures …")
        if not self._rows:
            return self.tr("No figures in the excerpts of the same or of linked claims differ.")
        return self.tr(
            "%n proposal(s). Only figures of the same thing can conflict; whether they are so is "
            "yours to say.",
            "",
            sum(isinstance(one, Difference) for one in self._rows),
        )

    def row_words(self, row: Row) -> str:
        """Return the verdict, both sources and both figures."""
        ends = self.ends(row)
        marks = " · ".join(self._document.project.get(Source, id).mark for id, _ in ends)
        words = " / ".join(" ".join(span.exact.split())[:28] for _, span in ends)
        if isinstance(row, Difference):
            return self.tr("Proposed: {verdict}\n{marks}: {words}").format(
                verdict=row.verdict, marks=marks, words=words
            )
        verdict = row.verdict or self.tr("open")
        return self.tr("{verdict}\n{marks}: {words}").format(
            verdict=verdict[0].upper() + verdict[1:], marks=marks, words=words
        )

    def ends(self, row: Row) -> tuple[tuple[str, Span], ...]:
        """Return the figures, or the excerpts that were noted."""
        if isinstance(row, Difference):
            return (row.source, row.span), (row.other_source, row.other)
        held = (self._document.project.get(Excerpt, id) for id in (row.one, row.other))
        return tuple((one.source, Span(one.start, one.end, one.exact)) for one in held)

    def told_of(self, row: Row) -> str:
        """Return why one is proposed."""
        return discrepancies.ended(row.reason) if isinstance(row, Difference) else ""

    def show_acts(self, row: Row | None) -> None:
        """Show the verdict and its reason; what is being written stays while its pair shows."""
        noted = isinstance(row, Discrepancy)
        self.verdict.setEnabled(row is not None)
        self.reason.setEnabled(row is not None)
        self.keep_button.setText(self.tr("Save verdict") if noted else self.tr("Note"))
        self.away_button.setText(self.tr("Delete") if noted else self.tr("Dismiss"))
        self.keep_button.setEnabled(self.writable)
        self.away_button.setEnabled(self.writable)
        if row is not None and row != self._shown:
            self.verdict.show_key(row.verdict)
            self.reason.put_back("" if isinstance(row, Difference) else row.reason)
        self._shown = row

    # Acting

    def keep(self) -> None:
        """Note the pair, or save its verdict."""
        self.keep_button.click()

    def put_away(self) -> None:
        """Turn the pair down, or delete what was noted."""
        self.away_button.click()

    def _keep(self) -> None:
        row, verdict, reason = self.row, self.verdict.currentData(), self.reason.text()
        if isinstance(row, Difference):
            self._document.act(discrepancies.accept, row, verdict, reason)
        elif row is not None:
            self._document.act(discrepancies.settle, row, verdict, reason)

    def _put_away(self) -> None:
        row = self.row
        if isinstance(row, Difference):
            self._document.act(discrepancies.turn_down, row)
        elif row is not None:
            self._document.act(discrepancies.take_away, row)
