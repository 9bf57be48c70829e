"""Gathering all records for another process while a person goes on."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from evidence_board.brief.content import build
from evidence_board.brief.mirror import Mirror, News
from evidence_board.commands import claims, removal
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from evidence_board.ui.gathering import Gathering
from evidence_board.ui.wiring import Wiring

AT = "2026-01-01T00:00:00Z"


def gathered(qtbot: QtBot, gathering: Gathering) -> Mirror:
    """Return the records as another process would have them."""
    with qtbot.waitSignal(gathering.found, timeout=10_000) as told:
        gathering.begin()
    (news,) = told.args
    assert isinstance(news, News)
    mirror = Mirror()
    for piece in news.slices():
        mirror.take(piece)
    return mirror


def test_what_was_gathered_makes_the_same_brief(
    qtbot: QtBot, wiring: Wiring, project: Project
) -> None:
    mirror = gathered(qtbot, Gathering(wiring.document, wiring))
    assert build(mirror, at=AT) == build(project, at=AT)


def test_what_changes_comes_and_goes_meanwhile_is_told_as_it_is_at_the_end(
    qtbot: QtBot, wiring: Wiring, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidence_board.ui.turns.SECONDS", 0.0)  # a field a turn
    acts = iter(range(40))

    def act() -> None:
        place = next(acts, None)
        if place is None:
            between.stop()
        elif place % 3 == 2:
            removal.remove(project, [project.all(Claim)[0].id])
        else:
            claims.write(project, f"Claim {place}.")

    between = QTimer(wiring, interval=0)
    between.timeout.connect(act)
    between.start()
    mirror = gathered(qtbot, Gathering(wiring.document, wiring))
    assert next(acts, None) is None
    assert build(mirror, at=AT) == build(project, at=AT)


def test_a_mirror_finds_the_newest_capture_as_a_project_does(
    qtbot: QtBot, wiring: Wiring, project: Project
) -> None:
    first = project.all(Capture)[0]
    with project.transaction("Capture anew") as tx:
        tx.add(first.replace(id="older", captured_at="2001-01-01T00:00:00Z"))
    mirror = gathered(qtbot, Gathering(wiring.document, wiring))
    assert mirror.capture_of(first.source) == project.capture_of(first.source) == first
