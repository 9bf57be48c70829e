"""The peer of the board: NodeGraphQt with the same cards and links, in a process of its own.

Its legs are what its own handlers of wheel and mouse call to pan and zoom, and a card that is put
elsewhere; a card shows its title only. It does the legs that the lines of its input name.
"""

import json
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from NodeGraphQt import BaseNode, NodeGraph
from PySide6.QtWidgets import QApplication

from tests.benchmarks.asked import Spent, answer
from tests.benchmarks.frames import CARRIED, PAN_100, PAN_FIT, WINDOW, Frames, middle_of

CARD = (200, 110)
FEW, FEWEST = 20, 6
SLOW = 5_000
"""From so many cards on a frame takes seconds: the fewest of them are taken."""


class PlainCard(BaseNode):  # type: ignore[misc]  # NodeGraphQt has no types
    """A card with a title and a port for each way."""

    __identifier__ = "board"
    NODE_NAME = "Card"

    def __init__(self) -> None:
        super().__init__()
        self.add_input("in", multi_input=True)
        self.add_output("out", multi_output=True)


class PeerLegs:
    """The legs over a session of NodeGraphQt that is shown."""

    def __init__(self, session: Path, places: list[tuple[float, float]]) -> None:
        self.graph = NodeGraph()
        self.graph.register_node(PlainCard)
        self.graph.widget.resize(*WINDOW)
        self.graph.widget.show()
        self.frames = Frames(self.graph.widget)
        self.frames.flush()
        self.viewer = self.graph.viewer()
        self._session = session
        self._area, self._middle = _area(places), places[middle_of(places)]
        self._count = FEWEST if len(places) >= SLOW else FEW
        self.named: dict[str, Callable[[], Spent]] = {
            "open": lambda: self.frames.take(1, lambda _: self._load()),
            "pan100": lambda: self._pan(self._look_at_100, PAN_100),
            "panfit": lambda: self._pan(self._look_at_all, PAN_FIT),
            "zoom": self._zoom,
            "drag100": lambda: self._drag(self._look_at_100),
            "dragfit": lambda: self._drag(self._look_at_all),
        }

    def _load(self) -> None:
        self.graph.load_session(str(self._session))
        self._show_all()

    def _show_all(self) -> None:
        """Show all cards, a moment sooner than its own command: that groups them for their area."""
        self.viewer.set_scene_rect(self._area)

    @property
    def _scale(self) -> float:
        scale: float = self.viewer.transform().m11()
        return scale

    def _zoom_to(self, scale: float) -> None:
        """Zoom about the middle, as its wheel does."""
        self.viewer.scale(scale / self._scale, scale / self._scale)

    def _look_at_all(self) -> None:
        self._show_all()
        self.frames.flush()

    def _look_at_100(self) -> None:
        x, y = self._middle[0] - WINDOW[0] / 2, self._middle[1] - WINDOW[1] / 2
        self.viewer.set_scene_rect([x, y, *WINDOW])
        self.frames.flush()

    def _pan(self, look: Callable[[], None], step: tuple[int, int]) -> Spent:
        look()
        dx, dy = step[0] / self._scale, step[1] / self._scale
        return self.frames.take(self._count, lambda _: self.viewer._set_viewer_pan(dx, dy))

    def _zoom(self) -> Spent:
        self._look_at_all()
        start = self._scale
        return self.frames.take(
            self._count,
            lambda place: self._zoom_to(start ** (1 - (place + 1) / self._count)),
        )

    def _drag(self, look: Callable[[], None]) -> Spent:
        look()
        cards = self.graph.all_nodes()
        card = cards[middle_of([one.pos() for one in cards])].view
        left, top = card.pos().toTuple()
        dx, dy = CARRIED[0] / self._scale, CARRIED[1] / self._scale
        spent = self.frames.take(
            self._count,
            lambda place: card.setPos(left + dx * (place + 1), top + dy * (place + 1)),
        )
        card.setPos(left, top)
        self.frames.flush()
        return spent


def _area(places: list[tuple[float, float]]) -> list[float]:
    """Return left, top, width and height of all cards in the shape of the window."""
    left, top = (min(column) for column in zip(*places, strict=True))
    right, bottom = (max(column) for column in zip(*places, strict=True))
    shown = max((right - left + CARD[0]) / WINDOW[0], (bottom - top + CARD[1]) / WINDOW[1])
    return [left, top, shown * WINDOW[0], shown * WINDOW[1]]


def write_session(project: Path, session: Path) -> list[tuple[float, float]]:
    """Write the board of a project as a session of NodeGraphQt; returns where its cards lie."""
    graph = NodeGraph()
    graph.register_node(PlainCard)
    graph.create_node("board.PlainCard")
    document = graph.serialize_session()
    (pattern,) = document["nodes"].values()
    with closing(sqlite3.connect(project)) as connection:
        cards = connection.execute(
            "SELECT claim.id, text, x, y FROM card JOIN claim ON claim.id = card.record"
        ).fetchall()
        ties = connection.execute("SELECT from_id, to_id FROM link").fetchall()
    document["nodes"] = {
        id: {**pattern, "name": f"{number} {' '.join(text.split()[:2])}", "pos": [x, y]}
        for number, (id, text, x, y) in enumerate(cards)
    }
    document["connections"] = [{"out": [one, "out"], "in": [other, "in"]} for one, other in ties]
    session.write_text(json.dumps(document, default=list))
    return [(x, y) for _, _, x, y in cards]


def main() -> int:
    """Do what is asked to the board of the project file that the command line names."""
    _ = QApplication([])
    with TemporaryDirectory() as folder:
        session = Path(folder, "session.json")
        answer(PeerLegs(session, write_session(Path(sys.argv[1]), session)).named)
    # Taking thousands of its cards apart takes as long as making them, and nobody waits for that.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
