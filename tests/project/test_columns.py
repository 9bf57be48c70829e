"""A project keeps plain values: columns show them all, and records are made when asked for."""

import gc
import random
import shutil
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from evidence_board.commands import boards, claims, judging, links, notes, removal
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KINDS
from evidence_board.model.link import Link
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.check import check
from evidence_board.project.project import Project
from tests.commands.cases import pinned, started, words


def _refuse_other_columns(project: Project) -> None:
    """Compare every column with the fields of the records, types and all."""
    for kind in KINDS:
        names = tuple(kind.model_fields)
        records = project.all(kind)
        assert project.count(kind) == len(records)
        for name, column in zip(names, project.columns(kind, *names), strict=True):
            fields = [getattr(record, name) for record in records]
            assert column == fields
            assert list(map(type, column)) == list(map(type, fields))


def _refuse_other_referrers(project: Project) -> None:
    """Compare who refers to whom with what the records say."""
    told: dict[str, set[str]] = {}
    for kind in KINDS:
        for record in project.all(kind):
            for _, id in record.referenced():
                told.setdefault(id, set()).add(record.id)
    for kind in KINDS:
        for record in project.all(kind):
            found = {one.id for one in project.referrers(record.id)}
            assert found == told.get(record.id, set())


def _as_in_the_file(project: Project) -> None:
    """Compare what is in memory with what the file holds."""
    copy = project.path.with_name("copy.evboard")
    project.save_copy(copy)
    with closing(Project.open(copy)) as again:
        for kind in KINDS:
            mine = {record.id: record for record in project.all(kind)}
            assert {record.id: record for record in again.all(kind)} == mine


def _act(project: Project, chance: random.Random) -> None:
    """Do one thing that a person does, of those that apply now."""
    board = project.all(Board)[0].id
    cards, stated = project.all(Card), project.all(Claim)
    draw = chance.random()
    if draw < 0.3 or len(stated) < 2:
        claims.write(project, f"Ship {chance.randrange(99)} sailed.", board=board)
    elif draw < 0.5 and cards:
        moved = chance.sample(cards, min(3, len(cards)))
        boards.move(project, [(one.id, chance.random() * 900, 7.0) for one in moved])
    elif draw < 0.6:
        links.connect(project, stated[0].id, stated[-1].id, chance.choice(("supports", "same as")))
    elif draw < 0.7:
        judging.set_likelihood(project, chance.choice(stated), "likely")
    elif draw < 0.8:
        removal.remove(project, [chance.choice(stated).id])
    elif draw < 0.9 and project.undo_label is not None:
        project.undo()
    elif project.redo_label is not None:
        project.redo()
    else:
        notes.write(project, "Ask the pilot.", about=stated[0].id)


@pytest.mark.no_cover  # others run its lines
@pytest.mark.parametrize("seed", range(6))
def test_columns_are_the_fields_of_the_records_after_any_acts(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    project = started(tmp_path / "case.evboard")
    report = pinned(project)
    claims.mark(project, words(report, "ferry left at noon"))
    for place in range(60):
        if place in (20, 40):
            project.close()
            project = Project.open(project.path)
        try:
            _act(project, chance)
        except ValueError:
            continue  # such as a second link of the same kind between the same claims
        _refuse_other_columns(project)
        _refuse_other_referrers(project)
    _as_in_the_file(project)
    project.close()
    assert check(project.path) == ()


def test_columns_hold_after_most_records_went(tmp_path: Path) -> None:
    with closing(started(tmp_path / "case.evboard")) as project:
        with project.transaction("Add claims") as tx:
            added = [tx.add(Claim(text=f"Ship {n}")) for n in range(900)]
        with project.transaction("Remove most") as tx:
            for claim in added[::2] + added[1:600:2]:
                tx.remove(claim)
        _refuse_other_columns(project)
        left = project.columns(Claim, "text")[0]
        assert left == [f"Ship {n}" for n in range(601, 900, 2)]
        project.undo()
        _refuse_other_columns(project)
        assert project.count(Claim) == 900
        project.undo()
        assert project.columns(Claim, "id", "text") == ([], [])
        _as_in_the_file(project)


def _records_in_memory() -> int:
    gc.collect()
    return sum(isinstance(one, Record) for one in gc.get_objects())


def test_opening_makes_no_record(path: Path) -> None:
    before = _records_in_memory()
    project = Project.open(path)
    (ids,) = project.columns(Claim, "id")
    assert len(ids) == project.count(Claim) == 2
    assert _records_in_memory() == before
    claim = project.get(Claim, str(ids[0]))
    assert _records_in_memory() == before + 1
    assert project.find(claim.id) is claim
    assert project.all(Claim)[0] is claim
    assert _records_in_memory() == before + 2
    assert len(project.referrers(claim.id)) > 0
    project.close()


def test_a_record_stays_the_same_object_until_it_changes(path: Path) -> None:
    project = Project.open(path)
    first, other = project.all(Claim)
    link = project.all(Link)[0]
    changed = judging.set_likelihood(project, first, "likely")
    assert project.get(Claim, first.id) is changed
    assert project.all(Claim)[1] is other
    assert project.find(link.id) is link
    project.undo()
    assert project.get(Claim, first.id) == first
    project.close()


def test_equal_ids_are_kept_once(path: Path) -> None:
    """Fifty thousand cards name fifty thousand claims, and two links name each of those."""
    project = Project.open(path)
    (known,) = project.columns(Source, "id")
    (held,) = project.columns(Capture, "source")
    (stated,) = project.columns(Assertion, "source")
    assert held[0] is known[0]
    assert stated[0] is known[0]
    project.close()


def test_a_list_of_a_column_is_the_callers(path: Path) -> None:
    project = Project.open(path)
    (texts,) = project.columns(Claim, "text")
    texts.clear()
    assert all(project.columns(Claim, "text")[0])
    project.close()


def test_a_move_of_many_cards_and_its_undo_reach_file_history_and_memory(tmp_path: Path) -> None:
    path = tmp_path / "case.evboard"
    with closing(started(path)) as project:
        board = boards.ensure_board(project)
        with project.transaction("Add") as tx:
            made = [tx.add(Claim(text=f"Ship {n}")) for n in range(300)]
            for n, claim in enumerate(made):
                tx.add(Card(board=board.id, record=claim.id, x=float(n), y=0.0))
        before = project.columns(Card, "id", "x", "y")
        ids = [str(id) for id in before[0]]
        boards.move(project, [(id, -4.0, -0.5) for id in ids])
        moved = project.columns(Card, "id", "x", "y")
        assert moved == (ids, [-4.0] * 300, [-0.5] * 300)
        project.undo()
        assert project.columns(Card, "id", "x", "y") == before
        project.redo()
        assert project.columns(Card, "id", "x", "y") == moved
        step = next(one for one in reversed(project.steps()) if one.state == "done")
        assert all(change.fields == ("x", "y") for change in project.changes_of(step).changes)
        _as_in_the_file(project)
    assert check(path) == ()


def test_half_a_fault_in_the_rows_is_told_after_the_damage_of_the_file(path: Path) -> None:
    """Rows are read while the file is checked: what the check finds is what counts."""
    spoilt = path.with_name("spoilt.evboard")
    shutil.copyfile(path, spoilt)
    pages = spoilt.stat().st_size // 4096
    for page in islice(range(3, pages), 0, None, 5):
        with spoilt.open("r+b") as file:
            file.seek(page * 4096)
            file.write(b"\xff" * 4096)
    before = spoilt.read_bytes()
    with pytest.raises(Exception, match="is damaged"):
        Project.open(spoilt)
    assert spoilt.read_bytes() == before
