"""Many records changed at once: nothing differs from changing them one by one."""

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import ValidationError

from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KIND_OF
from evidence_board.model.link import Link
from evidence_board.model.record import Record
from evidence_board.project.check import check
from evidence_board.project.errors import Conflict
from evidence_board.project.project import Project
from evidence_board.project.schema import canonical
from evidence_board.project.transaction import Transaction
from tests.commands.cases import Held, held, started

Changed = list[tuple[Record, Mapping[str, object]]]
MANY = 130


def _case(path: Path) -> Project:
    """Return a project of cards, some of them alike, frames, claims and links; ids are fixed."""
    project = started(path)
    with project.transaction("Add") as tx:
        board = tx.add(Board(id="board", title="Large"))
        for n in range(MANY):
            tx.add(Claim(id=f"claim{n}", text=f"Ship “{n}”\n", likelihood="likely"))
            tx.add(Card(id=f"card{n}", board=board.id, record=f"claim{n}", x=n / 7, y=float(n % 3)))
            if n % 40 == 0:
                frame = Frame(id=f"frame{n}", board=board.id, x=0, y=n, width=300, height=200)
                tx.add(frame)
        for n in range(1, MANY):
            tx.add(Link(id=f"link{n}", from_id=f"claim{n}", to_id="claim0", type="supports"))
    return project


def _moves(project: Project) -> Changed:
    """Return moves of cards and frames by turns; some leave x, y or both as they are."""
    cards = [project.get(Card, f"card{n}") for n in range(MANY)]
    changed: Changed = [(card, {"x": 1.5, "y": 1.0}) for card in cards]
    changed[11:11] = [(frame, {"x": 8, "y": 4.0}) for frame in project.all(Frame)]
    return [*changed, (cards[5], {"x": 1.5, "y": 1.0, "locked": True})]


def _twice(project: Project) -> Changed:
    """Return moves, of which the later ones move the same cards again, one of them back."""
    card = project.get(Card, "card7")
    further = [project.get(Card, f"card{n}") for n in (3, 7, 3)]
    places = [(9.0, 9.0), (5.5, 6.5), (card.x, card.y), (0.0, 0.0)]
    return [(one, {"x": x, "y": y}) for one, (x, y) in zip((card, *further), places, strict=True)]


def _judged(project: Project) -> Changed:
    """Return judgements: whether a likelihood may stand, only the whole claim can tell."""
    stated = [project.get(Claim, f"claim{n}") for n in range(0, MANY, 3)]
    return [(one, {"likelihood": None, "text": one.text.upper()}) for one in stated]


def _relinked(project: Project) -> Changed:
    links = [project.get(Link, f"link{n}") for n in range(2, MANY)]
    return [(one, {"to_id": "claim1", "group": "premises"}) for one in links]


CHANGED: tuple[Callable[[Project], Changed], ...] = (_moves, _twice, _judged, _relinked)


def _one_by_one(tx: Transaction, changed: Changed) -> None:
    for record, fields in changed:
        tx.update(record, **fields)


def _history(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM change ORDER BY step, seq").fetchall()


@pytest.mark.no_cover  # others run its lines
@pytest.mark.parametrize("change", CHANGED)
def test_many_changed_at_once_leave_what_one_by_one_leaves(
    tmp_path: Path, change: Callable[[Project], Changed]
) -> None:
    paths = tmp_path / "once.evboard", tmp_path / "each.evboard"
    ways: tuple[Callable[[Transaction, Changed], None], ...] = (Transaction.update_all, _one_by_one)
    _case(paths[0]).close()
    shutil.copyfile(*paths)
    left: list[Held] = []
    for path, way in zip(paths, ways, strict=True):
        with closing(Project.open(path)) as project:
            before = held(project)
            with project.transaction("Change") as tx:
                way(tx, change(project))
            after = held(project)
            told = project.changes_of(project.steps()[-1]).changes
            assert tx.changes().changes == told
            assert [one.fields for one in tx.changes().changes] == [one.fields for one in told]
            for step, state in ((project.undo, before), (project.redo, after)):
                step()
                assert held(project) == state
            project.undo()
        assert check(path) == ()
        with closing(Project.open(path)) as again:
            assert held(again) == before
            again.redo()
            assert held(again) == after
        assert check(path) == ()
        left.append(after)
    assert left[0] == left[1]
    assert _history(paths[0]) == _history(paths[1])


def test_the_history_keeps_each_record_in_its_canonical_form(tmp_path: Path) -> None:
    path = tmp_path / "case.evboard"
    with closing(_case(path)) as project:
        with project.transaction("Move") as tx:
            tx.update_all(_moves(project))
        with project.transaction("Remove") as tx:
            for n in range(1, MANY):
                tx.remove(project.get(Link, f"link{n}"))
    for _, _, table, id, *sides in _history(path):
        for text in sides:
            if text is not None:
                record = KIND_OF[str(table)].model_validate_json(str(text))
                assert record.id == id
                assert canonical(record.plain()) == text


def test_many_removed_and_added_come_back_and_go_again(tmp_path: Path) -> None:
    path = tmp_path / "case.evboard"
    with closing(_case(path)) as project:
        full = held(project)
        going = [project.all(kind)[1:] for kind in (Link, Card, Claim)]
        with pytest.raises(ValueError, match="still refers"), project.transaction("X") as tx:
            tx.remove_all(going[2])
        with project.transaction("Remove") as tx:
            tx.remove(project.all(Link)[0])
            for records in going:
                tx.remove_all(records)
        assert not project.search("ship 127")
        project.undo()
        assert held(project) == full
        assert {one.record_id for one in project.search("ship 127")} == {"claim127"}
        assert len(project.referrers("claim0")) == MANY
        project.undo()
        assert project.count(Claim) == project.count(Card) == 0
        project.redo()
        assert held(project) == full
    assert check(path) == ()


def test_a_value_that_cannot_be_refuses_all(tmp_path: Path) -> None:
    with closing(_case(tmp_path / "case.evboard")) as project:
        before, steps = held(project), project.steps()
        bad: Changed = [*_moves(project), (project.get(Card, "card1"), {"width": 0.0})]
        with pytest.raises(ValidationError, match="width"), project.transaction("Move") as tx:
            tx.update_all(bad)
        gone = Card(board="board", record="claim1", x=0, y=0)
        with pytest.raises(ValueError, match="not there any more"), project.transaction("X") as tx:
            tx.update_all([*_moves(project), (gone, {"x": 2.0})])
        lost = [(project.get(Link, f"link{n}"), {"to_id": "nobody"}) for n in (1, 2)]
        with pytest.raises(ValueError, match="not there"), project.transaction("X") as tx:
            tx.update_all(lost)
        assert (held(project), project.steps()) == (before, steps)


def test_undo_of_many_declines_where_one_is_not_as_it_was(tmp_path: Path) -> None:
    with closing(_case(tmp_path / "case.evboard")) as project:
        with project.transaction("Move") as tx:
            tx.update_all(_moves(project))
        other = project.get(Card, "card17").replace(x=3.25)
        project._records.apply(ChangeSet((Change(project.get(Card, "card17"), other),)))
        before = held(project)
        with pytest.raises(Conflict, match="“Move” cannot be replayed"):
            project.undo()
        assert held(project) == before
