"""A frame of a drag paints no more than it must, and nothing less."""

from collections.abc import Callable, Iterable
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtTest import QTest

from evidence_board.commands import links
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.project.project import Project
from evidence_board.ui.canvas.geometry import NO_ROWS, bounds, chords, pieces, samples
from evidence_board.ui.snapping import Snapping
from tests.ui.canvas.conftest import LEFT, NONE, Case, Hands, move
from tests.ui.canvas.test_board_painting import colours, shown
from tests.ui.canvas.test_tiles import make_board

BLACK = 0xFF000000


class Asked:
    """Stands in for `QWidget.update` of a view; ``region`` is all that was asked for."""

    def __init__(self, hands: Hands, patched: pytest.MonkeyPatch) -> None:
        self._whole = hands.view.rect()
        self.region = QRegion()
        patched.setattr(hands.view, "update", self._ask)

    def _ask(self, *part: object) -> None:
        self.region += QRegion(*part) if part else QRegion(self._whole)

    def mask(self) -> NDArray[np.bool_]:
        """Return for each pixel whether it was asked for, and begin anew."""
        picture = QImage(self._whole.size(), QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.black)
        painter = QPainter(picture)
        painter.setClipRegion(self.region)
        painter.fillRect(picture.rect(), Qt.GlobalColor.white)
        painter.end()
        self.region = QRegion()
        return np.asarray(colours(picture) > BLACK)


def carry(hands: Hands, id: str, steps: Iterable[QPoint], patched: pytest.MonkeyPatch) -> float:
    """Drag a card by steps and compare each frame with the one before.

    Returns which share of the window was asked for, in the mean.
    """
    hands.document.select((id,))
    before = colours(shown(hands))
    asked = Asked(hands, patched)
    spot = hands.spot(id)
    QTest.mousePress(hands.view, LEFT, NONE, spot)
    shares, moved = [], 0
    for number, step in enumerate(steps):
        spot += step
        move(hands.view, spot)
        now = colours(hands.view.grab().toImage())
        mask = asked.mask()
        changed = now != before
        assert not (changed & ~mask).any(), np.argwhere(changed & ~mask)[:3]
        if number:  # the first lifts the card, which shows where it was
            moved += bool(changed.any())
            shares.append(float(mask.mean()))
        before = now
    QTest.mouseRelease(hands.view, LEFT, NONE, spot)
    assert moved > len(shares) / 2
    return sum(shares) / len(shares)


def about(chance: Random) -> list[QPoint]:
    """Return steps this way and that."""
    return [QPoint(chance.randrange(-60, 90), chance.randrange(-50, 70)) for _ in range(9)]


@pytest.mark.parametrize("seed", range(10))
def test_nothing_changes_outside_of_what_a_frame_of_a_drag_asks_for(
    project: Project, show: Callable[[], Hands], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = Random(seed)
    make_board(project, chance)
    hands = show()
    drawn = project.all(Link)
    if drawn:  # one line that ends on another
        undercut(project, drawn[0], chance)
    view, claim = hands.view, chance.choice(project.all(Claim))
    x, y, *_ = view.sheet.layout.boxes[view.sheet.layout.row_of_record[claim.id]].tolist()
    zoom = chance.choice((0.08, 0.3, 0.6, 1.0, 1.6))
    view.camera.look(view.camera.viewport.zoomed(zoom, 0, 0).centred(x, y))
    carry(hands, claim.id, about(chance), monkeypatch)


@pytest.mark.parametrize("seed", range(10))
def test_nothing_changes_outside_of_what_selecting_other_cards_asks_for(
    project: Project, show: Callable[[], Hands], monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = Random(seed)
    make_board(project, chance)
    hands = show()
    view, layout = hands.view, hands.view.sheet.layout
    zoom = chance.choice((0.08, 0.3, 0.6, 1.0))
    middle = layout.boxes[0, :2].tolist()
    view.camera.look(view.camera.viewport.zoomed(zoom, 0, 0).centred(*middle))
    seen = [layout.records[row] for row in layout.cards_in(view.camera.viewport.area)]
    before = colours(shown(hands))
    asked = Asked(hands, monkeypatch)
    changes = 0
    for _ in range(5):
        hands.document.select(set(chance.choices(seen, k=chance.randrange(4))))
        now = colours(view.grab().toImage())
        changed = now != before
        mask = asked.mask()
        assert not (changed & ~mask).any(), np.argwhere(changed & ~mask)[:3]
        changes += bool(changed.any())
        before = now
    assert changes


def test_selecting_another_card_asks_for_a_small_part(
    hands: Hands, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.document.select((case.first.id,))
    shown(hands)
    asked = Asked(hands, monkeypatch)
    QTest.mouseClick(hands.view, LEFT, NONE, hands.spot(case.second.id))
    assert hands.document.selected == (case.second.id,)
    assert 0 < asked.mask().mean() < 0.3


def undercut(project: Project, line: Link, chance: Random) -> None:
    """Let a claim that the line does not join undercut it."""
    free = [one for one in project.all(Claim) if one.id not in (line.from_id, line.to_id)]
    if free:
        links.connect(project, chance.choice(free).id, line.id, "undercuts")


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0])
def test_a_card_carried_over_the_edge_of_the_window_leaves_nothing_there(
    hands: Hands, case: Case, monkeypatch: pytest.MonkeyPatch, zoom: float
) -> None:
    view = hands.view
    view.camera.look(view.camera.viewport.zoomed(zoom, 0, 0))
    right = view.camera.viewport.to_screen(*hands.place(case.source.id))[0] + 208 * zoom
    view.camera.pan(right - 60, -100)
    view.document.set_snapping(Snapping(grid=False, objects=False))
    carry(hands, case.source.id, [QPoint(-4, 0)] * 22, monkeypatch)


def test_a_small_drag_asks_for_a_small_part(
    hands: Hands, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert carry(hands, case.source.id, about(Random(1)), monkeypatch) < 0.3


def test_lines_beside_one_that_moves_are_lifted_only_when_they_run_otherwise(
    hands: Hands, case: Case
) -> None:
    beside = links.connect(hands.project, case.second.id, case.below.id, "supports")
    assert isinstance(beside, Link)
    lines = hands.view.sheet.layout.lines
    start = hands.spot(case.first.id)
    hands.press(start, start + QPoint(0, 8))
    assert lines.ids(hands.view.live.lifted_lines) == [case.support.id]
    for right in range(0, 700, 50):
        move(hands.view, start + QPoint(right, 8))
    lifted = set(lines.ids(hands.view.live.lifted_lines))
    assert lifted == {case.support.id, beside.id}
    QTest.mouseRelease(hands.view, LEFT, NONE, start + QPoint(700, 8))
    assert hands.view.live.lifted_lines is NO_ROWS


def test_pieces_of_a_curve_follow_it_and_hold_it() -> None:
    chance = np.random.default_rng(3)
    curves = chance.uniform(-500, 500, (7, 8))
    parts = pieces(curves, 5).reshape(7, 5, 8)
    assert np.allclose(parts[:, 0, :2], curves[:, :2])
    assert np.allclose(parts[:, -1, 6:], curves[:, 6:])
    assert np.allclose(parts[:, 1:, :2], parts[:, :-1, 6:])
    for curve, boxes in zip(curves, map(bounds, parts), strict=True):
        across, down = samples(curve[None], 101)
        for place, (x, y) in enumerate(zip(across[0], down[0], strict=True)):
            left, top, right, bottom = boxes[min(place // 20, 4)]
            assert left - 1e-9 <= x <= right + 1e-9
            assert top - 1e-9 <= y <= bottom + 1e-9


def test_a_chord_runs_straight_from_start_to_end() -> None:
    curve = np.array([[0.0, 0, 50, 90, 60, -90, 100, 40]])
    across, down = samples(chords(curve), 11)
    assert np.allclose(down, across * 0.4)
    assert (across[0, 0], across[0, -1]) == (0.0, 100.0)
