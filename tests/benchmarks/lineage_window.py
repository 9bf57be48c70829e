"""The real window of its own process while it opens the Lineage of a claim with many sources.

``python -m tests.benchmarks.lineage_window`` prints one JSON object, milliseconds of each round:
from the act until the chart is painted, with relays folded and with all of them, by the clock and
in work of the window's thread; and the longest that nothing else happened until all was told.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

from PySide6.QtCore import QEvent, QObject, QTimer

from evidence_board.ui.lineage.chart_view import ChartView
from evidence_board.ui.wiring import Wiring
from tests.benchmarks import large_case
from tests.benchmarks.beat import Beat, wait
from tests.benchmarks.whole_window import WholeWindow

CARRIERS, RELAYS, ORIGINS = 138, 100, 40
STATIONS = 1 + CARRIERS + RELAYS + ORIGINS
ROUNDS = 7
_REST = 300
Told = dict[str, list[float]]


class Rounds:
    """Opens the same two claims again and again in one window."""

    def __init__(self, wiring: Wiring, claims: tuple[str, str]) -> None:
        """Open the claims in ``wiring``."""
        self._wiring = wiring
        self._claims = claims
        self.told: Told = {}

    def take(self, *, counted: bool) -> None:
        """Open the small claim, then the large one with relays folded, then show all of them."""
        small, large = self._claims
        document, lineage = self._wiring.document, self._wiring.lineage
        document.trace(small)
        wait(_REST)
        self._leg("folded", lambda: document.trace(large), counted=counted)
        self._leg("whole", lineage.toggle_relays, counted=counted)
        lineage.toggle_relays()
        wait(_REST)

    def _leg(self, name: str, act: Callable[[], object], *, counted: bool) -> None:
        """Act, and note when the chart is painted and how long nothing else happened."""
        lineage = self._wiring.lineage
        painted, beat = Painted(lineage.chart), Beat()
        act()
        wait(_REST)
        while lineage.busy:
            wait(10)
        beat.deleteLater()
        if counted:
            for told, value in (
                (f"{name}_wall", painted.wall),
                (f"{name}_work", painted.work),
                ("stall_wall", max(beat.wall)),
                ("stall_work", max(beat.work)),
            ):
                self.told.setdefault(told, []).append(value)
        painted.deleteLater()


class Painted(QObject):
    """Notes when another chart than before is painted, since this was made."""

    def __init__(self, chart: ChartView) -> None:
        """Begin at once."""
        super().__init__(chart)
        self.wall = self.work = 0.0
        self._chart, self._before = chart, chart.chart
        self._since = perf_counter(), thread_time()
        chart.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the time when the event that paints it is over: the next one tells."""
        shown = self._chart.chart
        paints = event.type() == QEvent.Type.Paint and not self.wall
        if paints and shown not in (self._before, None):
            QTimer.singleShot(0, self, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        if not self.wall:
            self.wall = (perf_counter() - self._since[0]) * 1_000
            self.work = (thread_time() - self._since[1]) * 1_000


def measured(folder: Path) -> Told:
    """Open both claims by turns; the first round also fills caches."""
    project, claims = large_case.traced(folder / "case.evboard", CARRIERS, RELAYS, ORIGINS)
    whole = WholeWindow(lambda: project, folder)
    rounds = Rounds(whole.wiring, claims)
    wait(2 * _REST)
    for place in range(ROUNDS + 1):
        rounds.take(counted=place > 0)
    whole.document.settle()
    return rounds.told


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder:
        print(json.dumps(measured(Path(folder))), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
