"""Who refers to whom: the same whether it is made ready bit by bit, at once, or after changes."""

from pathlib import Path
from random import Random
from threading import Event, Thread

import pytest

from evidence_board.commands import claims, links, projects, removal
from evidence_board.model.board import Board, Card
from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KINDS
from evidence_board.model.link import Link
from evidence_board.project.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    project = projects.start(tmp_path / "case.evboard")
    (board,) = project.all(Board)
    made = [claims.write(project, f"Claim {n}", board=board.id, x=n, y=0) for n in range(30)]
    for one in made[1:]:
        links.connect(project, one.id, made[0].id, "supports")
    links.connect(project, made[3].id, made[4].id, "contradicts")
    project.close()
    return tmp_path / "case.evboard"


def looked_up(project: Project) -> dict[str, set[str]]:
    """Return who holds which id, by looking at all records."""
    found: dict[str, set[str]] = {}
    for kind in KINDS:
        for record in project.all(kind):
            for _, id in record.referenced():
                found.setdefault(id, set()).add(record.id)
    return found


def assert_told(project: Project) -> None:
    known = looked_up(project)
    for kind in KINDS:
        for record in project.all(kind):
            told = [one.id for one in project.referrers(record.id)]
            assert len(told) == len(set(told))
            assert set(told) == known.get(record.id, set())


def test_referrers_are_told_before_anything_is_made_ready(path: Path) -> None:
    project = Project.open(path)
    assert_told(project)
    project.close()


def test_referrers_are_told_when_all_is_made_ready(path: Path) -> None:
    project = Project.open(path)
    slices = 1
    while not project.prepare(0):
        slices += 1
    assert slices > len(KINDS)
    assert_told(project)
    project.close()


@pytest.mark.parametrize("steps", [0, 3, 17, 19, 20, 40])
def test_a_change_before_all_is_made_ready_is_not_lost(path: Path, steps: int) -> None:
    project = Project.open(path)
    for _ in range(steps):
        project.prepare(0)
    card = project.all(Card)[5]
    removal.remove(project, [card.record])
    assert_told(project)
    while not project.prepare(0):
        pass
    assert_told(project)
    project.close()


def test_an_id_that_a_record_holds_twice_is_told_once(path: Path) -> None:
    project = Project.open(path)
    own = [card for card in project.referrers(project.all(Board)[0].id)]
    assert len(own) == 30
    project.close()


@pytest.mark.parametrize("seed", range(4))
def test_referrers_follow_any_changes(path: Path, seed: int) -> None:
    project = Project.open(path)
    chance = Random(seed)
    assert_told(project)
    for _ in range(25):
        one, other = chance.sample(project.all(Claim), 2)
        act = chance.randrange(4)
        if act == 0:
            links.connect(project, one.id, other.id, chance.choice(["elaborates", "presupposes"]))
        elif act == 1:
            removal.remove(project, [chance.choice(project.all(Link)).id])
        elif act == 2 and len(project.all(Claim)) > 10:
            removal.remove(project, [one.id])
        elif project.undo_label:
            project.undo()
        assert_told(project)
    project.close()


def test_referrers_come_in_the_same_order_whether_searched_or_noted(path: Path) -> None:
    project = Project.open(path)
    most = [project.all(Claim)[0].id, project.all(Board)[0].id, project.all(Claim)[4].id]
    searched = [[one.id for one in project.referrers(id)] for id in most]
    assert project._records._referrers is None
    while not project.prepare(0):
        pass
    assert [[one.id for one in project.referrers(id)] for id in most] == searched
    assert [len(ids) for ids in searched] == [30, 30, 3]
    project.close()


def test_making_ready_waits_for_no_thread_that_has_the_file(path: Path) -> None:
    """Such as one that writes to a drive which does not answer: the window makes ready."""
    project = Project.open(path)
    begun, returns = Event(), Event()
    turns = project._session.store._file._turns

    def hang() -> None:
        with turns.taken():
            begun.set()
            returns.wait()

    thread = Thread(target=hang)
    thread.start()
    assert begun.wait(60)
    try:
        assert not any(project.prepare(1) for _ in range(50))
    finally:
        returns.set()
        thread.join()
    while not project.prepare(1):
        pass
    assert_told(project)
    project.close()
