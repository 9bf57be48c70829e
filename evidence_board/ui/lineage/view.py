"""The view of the Lineage mode: one claim, where it comes from, and what it falls with."""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from evidence_board.analysis.chart import Chart, chart_of, without_relays
from evidence_board.analysis.falls import capped, falls
from evidence_board.analysis.support import support_of
from evidence_board.analysis.verdicts import pairs_of, verdicts_of
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.link import Citation, Link
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.docks.page import link_button
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, rule, scaled
from evidence_board.ui.lineage.acts import LineageActs
from evidence_board.ui.lineage.chart_view import ChartView
from evidence_board.ui.lineage.figures import Figures
from evidence_board.ui.lineage.header import LineageHeader
from evidence_board.ui.lineage.heading import group_name, heads_of
from evidence_board.ui.lineage.sights import Marks, sights_of
from evidence_board.ui.lineage.tables import Tables
from evidence_board.ui.lineage.walking import Spot
from evidence_board.ui.theme import Theme
from evidence_board.ui.turns import Turns

_SHOWN = (
    *(Source, Capture, Excerpt, Assertion, Claim, Citation, Link, OriginGroup),
    IndependenceVerdict,
)
MANY_STATIONS = 60
"""Above so many relays are folded when a claim is opened, and the chart is shown in turns."""


class LineageView(QWidget):
    """Shows where the claim that was selected last comes from, and counts on with each change."""

    menu_requested = Signal(QPoint)
    focus_changed = Signal()
    """Another station or route has the focus: other acts can be done."""

    def __init__(self, document: Document, theme: Theme) -> None:
        """Show no claim until one is selected or opened."""
        super().__init__()
        self.document = document
        self._claim: str | None = None
        self._stale = True
        self._folded: frozenset[str] = frozenset()
        self._fold_relays = False
        self._opening = False
        """Whether the claim that is to be shown was opened anew."""
        self._root = ""
        """The group that was folded or unfolded, until that shows."""
        self._figures = Figures(document.project)
        self.header = LineageHeader()
        self.chart = ChartView(theme)
        self.chart.setAccessibleName(self.tr("Where the claim comes from"))
        self.chart.read_only = document.project.read_only
        self.tables = Tables(document)
        self.table, self.pairs = self.tables.falls, self.tables.pairs
        self._turns, self._drawing = Turns(self), Turns(self)
        self.acts = LineageActs(self)
        self._lay_out()
        self._connect()

    @property
    def claim_id(self) -> str | None:
        """The claim that shows, None without one."""
        return self._claim

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims of the chart: the one that shows, of a judgement those that support it too."""
        chart = self.chart.chart
        stations = chart.stations if chart else ()
        return tuple(one.record for one in stations if one.part == "claim")

    @property
    def busy(self) -> bool:
        """Whether something of what is to be shown is still being found out."""
        return self._turns.busy or self._drawing.busy

    def open(self, claim_id: str) -> None:
        """Show where a claim comes from."""
        if claim_id != self._claim and isinstance(self.document.project.find(claim_id), Claim):
            self._claim = claim_id
            self._folded = frozenset()
            self._opening = True
            self.chart.spot, self.chart.picked = None, ()
            self.refresh()

    def refresh(self) -> None:
        """Show the claim as it counts now; hidden, wait until shown."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        claim = self.document.project.find(self._claim) if self._claim else None
        shown = claim if isinstance(claim, Claim) else None
        self.header.setVisible(shown is not None)
        if shown is None:
            self._claim = None
            self._drawing.stop()
            self._turns.stop()
            self.chart.show_chart(None, {}, {})
            self._stack.setCurrentWidget(self._nothing)
            return
        self._show(shown)

    def fold_relays(self, on: bool) -> None:
        """Fold relays into the lines that pass through them, or show them."""
        self._fold_relays = on
        self.refresh()

    def toggle_relays(self) -> None:
        """Fold relays, or show them again."""
        self.fold_relays(not self._fold_relays)

    def toggle_group(self, root: str) -> None:
        """Show the origins of a group as one station, or each for itself."""
        self._folded = self._folded ^ {root}
        self._root = root if self.chart.spot is not None else ""
        self.refresh()

    def zoom(self, step: int) -> None:
        """Show the chart larger or smaller; 0 at 100 %."""
        self.chart.zoom_by(step)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while this was hidden."""
        super().showEvent(event)
        self._follow()
        if self._stale:
            self.refresh()

    # Showing

    def _show(self, claim: Claim) -> None:
        """Show a claim: a large chart in turns, empty until it is there."""
        self._turns.stop()
        drawing = self._draw(claim)
        if len(self.document.project.referrers(claim.id)) <= MANY_STATIONS // 2:
            chart = next(drawing)
            if chart is None or len(chart.stations) <= MANY_STATIONS:
                self._drawing.stop()
                deque(drawing, maxlen=0)
                return
        if self._opening:
            self.chart.show_chart(None, {}, {})
        self._drawing.begin(drawing)

    def _draw(self, claim: Claim) -> Iterator[Chart | None]:
        """Yield between the parts of showing a claim; first its chart with all its relays."""
        document, counts = self.document, self.document.counts
        whole = chart_of(document.project, claim.id, counts.ground, folded=self._folded)
        yield whole
        if self._opening:
            self._fold_relays = len(whole.stations) > MANY_STATIONS
        chart = without_relays(whole) if self._fold_relays else whole
        found, muted, ground = counts.independence(claim.id), counts.muted, counts.ground
        self.header.show_claim(claim, found)
        self.header.fold.setChecked(self._fold_relays)
        pairs = pairs_of(found.origins.groups, verdicts_of(document.project, ground))
        self.tables.show_pairs(pairs)
        self.header.show_pairs(pairs)
        self._stack.setCurrentWidget(self._split)
        self._empty.setVisible(len(chart.stations) == 1)
        yield None
        cut = frozenset(found.cut)
        marks = Marks(frozenset(found.single_points), cut, muted)
        sights = sights_of(document, chart, marks, self._figures)
        roots = {one.root for one in chart.stations if one.root}
        names = {root: group_name(document.project, root) for root in roots}
        yield None
        self.chart.show_chart(chart, sights, names)
        self.chart.show_heads(heads_of(chart, cut, ground.gone))
        self._settle(chart)
        yield None
        support = support_of(document.project, claim.id, ground)
        self._turns.begin(capped(document.project, claim, ground, falls(support, ground)))

    def _settle(self, chart: Chart) -> None:
        """Begin at the claim where it was opened; after folding stay at the group."""
        if self._opening:
            self._opening = False
            self.chart.begin()
        elif self._root and self.chart.spot is None:
            here = [one.key for one in chart.stations if one.root == self._root]
            self.chart.go(Spot(here[0]) if here else None)
        self._root = ""

    def _lay_out(self) -> None:
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        upper = QWidget()
        chart_column = QVBoxLayout(upper)
        chart_column.setContentsMargins(0, 0, 0, 0)
        chart_column.setSpacing(0)
        self._empty = self._empty_state()
        chart_column.addWidget(self._empty)
        chart_column.addWidget(self.chart, 1)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(upper)
        self._split.addWidget(self.tables)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setChildrenCollapsible(False)
        self._nothing = label(self.tr("Choose a claim to see where it comes from."), "hint")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(rule())
        whole.addWidget(self._stack, 1)

    def _empty_state(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(4))
        words = self.tr("This claim has no source yet, so no origin.")
        column.addWidget(label(words, "hint", wrap=True))
        self.link_source = link_button(self.tr("Link a source"))
        self.link_source.clicked.connect(lambda: self.acts.do("lineage_cite"))
        self.link_source.setEnabled(not self.document.project.read_only)
        column.addWidget(self.link_source, 0, Qt.AlignmentFlag.AlignLeft)
        return empty

    # Following

    def _connect(self) -> None:
        document = self.document
        document.changed.connect(self._apply)
        document.selection_changed.connect(self._follow)
        document.muted_changed.connect(self.refresh)
        self._turns.found.connect(self.table.show_falls)
        self.header.relays_folded.connect(self.fold_relays)
        self.header.all_asked.connect(self.chart.show_all)
        self.chart.focused.connect(self._choose)
        self.chart.opened.connect(self.acts.open)
        self.chart.fold_asked.connect(self.toggle_group)
        self.chart.joined.connect(self.acts.join)
        self.chart.led_elsewhere.connect(self.acts.lead)
        self.chart.menu_asked.connect(self.menu_requested)
        self.table.pointed.connect(self._point)
        self.table.entered_ids.connect(self.acts.try_without)
        self.pairs.pointed.connect(self._point)
        self.pairs.entered_ids.connect(self.acts.judge)

    def _apply(self, changes: ChangeSet) -> None:
        if changes.touches(*_SHOWN):
            self.refresh()

    def _follow(self) -> None:
        """Show the claim that was selected elsewhere, or mark the source that was."""
        chosen = self.document.selected_records()
        if not self.isVisible():
            return
        if len(chosen) == 1 and isinstance(chosen[0], Claim) and chosen[0].id not in self.claims:
            self.open(chosen[0].id)
        elif len(chosen) == 1 and isinstance(chosen[0], Source):
            self._mark(chosen[0].id)
        self.focus_changed.emit()

    def _mark(self, record: str) -> None:
        chart, spot = self.chart.chart, self.chart.spot
        keys = [one.key for one in chart.stations if one.record == record] if chart else []
        if keys and (spot is None or spot.key not in keys):
            self.chart.blockSignals(True)
            self.chart.go(Spot(keys[0]), ring=False)
            self.chart.blockSignals(False)

    def _choose(self) -> None:
        """Select in all views what has the focus here."""
        chart, route = self.chart.chart, self.chart.route()
        if route is not None:
            held = [one for one in route.records if self.document.project.find(one) is not None]
            self.document.select(held[:1])
        elif chart is not None:
            stations = [chart.station(key) for key in self.chart.picked]
            ids = [id for one in stations if one for id in (one.members or (one.record,))]
            self.document.select(ids)
        self.focus_changed.emit()

    def _point(self, ids: tuple[str, ...]) -> None:
        """Go to what a row of the table takes away."""
        chart = self.chart.chart
        for one in chart.stations if chart else ():
            if set(ids) & {one.record, one.root, *one.members}:
                self.chart.go(Spot(one.key), ring=False)
                return
