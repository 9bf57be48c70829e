"""A file with rows that are no records: refused to write, and its sound rest opened to read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.commands import boards, claims
from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KINDS
from evidence_board.model.link import Link
from evidence_board.project import limits
from evidence_board.project.check import check
from evidence_board.project.errors import Damaged, ReadOnly, UnsoundRows
from evidence_board.project.project import Project
from evidence_board.project.schema import columns
from tests.commands.cases import held

SPOILS = {
    "a type": "UPDATE claim SET text = x'00ff' WHERE number = 1",
    "a choice": "UPDATE claim SET kind = 'rumour' WHERE number = 1",
    "a long text": "UPDATE claim SET text = printf('%.*c', 200001, 'x') WHERE number = 1",
    "a long line": "UPDATE claim SET place = printf('%.*c', 2001, 'x') WHERE number = 1",
    "a null character": "UPDATE claim SET text = 'a' || char(0) || 'b' WHERE number = 1",
    "a date": "UPDATE claim SET event = '2023-13-40' WHERE number = 1",
    "a day that is none": "UPDATE claim SET event = '2023-02-30' WHERE number = 1",
    "a likelihood": "UPDATE claim SET likelihood = 'dead certain' WHERE number = 1",
    "a range": "UPDATE claim SET likelihood_range = '[90.0,10.0]' WHERE number = 1",
    "a range of words": 'UPDATE claim SET likelihood_range = \'["a","b"]\' WHERE number = 1',
    "a list for an object": "UPDATE claim SET quantity = '[]' WHERE number = 1",
    "JSON cut off": "UPDATE claim SET quantity = '{' WHERE number = 1",
    "a number below any": "UPDATE claim SET number = -1 WHERE number = 1",
    "a rank beyond all": "UPDATE claim SET rank = 1e300 WHERE number = 1",
    "an infinite rank": "UPDATE claim SET rank = 9e999 WHERE number = 1",
    "an id that a source has": "UPDATE claim SET id = (SELECT max(id) FROM source) "
    "WHERE number = 1",
    "a claim that is a source": "UPDATE claim SET negates = (SELECT max(id) FROM source) "
    "WHERE number = 1",
    "a claim that is gone": "UPDATE claim SET negates = 'gone' WHERE number = 1",
}
WIDER = {
    "a place off the board": ("UPDATE card SET x = 1e11", "card"),
    "a width of nothing": ("UPDATE card SET width = 0.0", "card"),
    "an excerpt of other length": ('UPDATE excerpt SET "end" = "end" + 1', "excerpt"),
    "a card of a board": ("UPDATE card SET record = board", "card"),
    "a carrier that is a claim": ("UPDATE assertion SET source = claim", "assertion"),
    "an origin that is a claim": (
        "UPDATE assertion SET chain = json_array(source, claim)",
        "assertion",
    ),
    "authors that are numbers": ("UPDATE source SET authors = '[1]'", "source"),
    "an original that is gone": ("UPDATE capture SET sha256 = printf('%.*c', 64, 'a')", "capture"),
}


def _spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        kept = connection.execute("SELECT name, sql FROM sqlite_schema").fetchall()
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')')")
        connection.commit()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(statement)
        connection.executemany(
            "UPDATE sqlite_schema SET sql = ?2 WHERE name = ?1 AND sql IS NOT ?2", kept
        )
        connection.commit()


@pytest.mark.parametrize("what", SPOILS)
def test_one_row_that_is_no_record_is_set_aside_and_the_rest_is_read(path: Path, what: str) -> None:
    _spoil(path, SPOILS[what])
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(UnsoundRows) as refusal:
            Project.open(path, read_only=read_only)
        assert str(refusal.value).endswith("from a backup.")
    project = Project.open(path, sound_rest=True)
    assert [claim.number for claim in project.all(Claim)] == [2]
    assert project.all(Link) == (), "the link to the claim has lost its end"
    first = project.aside[0]
    assert first.where.startswith("claim ")
    assert first.text.endswith(".")
    assert {one.where.split()[0] for one in project.aside} == {
        *("claim", "assertion", "link", "card")
    } & {one.where.split()[0] for one in project.aside}
    with pytest.raises(ReadOnly):
        claims.write(project, "More")
    project.close()
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert set(project.aside) <= set(check(path))


@pytest.mark.parametrize("what", WIDER)
def test_whatever_the_kind_of_row(path: Path, what: str) -> None:
    statement, noun = WIDER[what]
    _card(path)
    _spoil(path, statement)
    with pytest.raises(UnsoundRows):
        Project.open(path)
    project = Project.open(path, sound_rest=True)
    assert noun in {one.where.split()[0] for one in project.aside}
    project.close()


def _card(path: Path) -> None:
    project = Project.open(path)
    board = boards.ensure_board(project)
    boards.pin_records(project, board.id, [(project.all(Claim)[0].id, 0.0, 0.0)])
    project.close()


def test_without_the_row_that_says_which_project_it_is_nothing_is_opened(path: Path) -> None:
    _spoil(path, "UPDATE project SET scale = 'mine'")
    with pytest.raises(UnsoundRows):
        Project.open(path)
    with pytest.raises(Damaged, match="does not say which project it is"):
        Project.open(path, sound_rest=True)


def test_the_sound_rest_of_a_sound_file_is_all_of_it(path: Path) -> None:
    project = Project.open(path, read_only=True)
    rest = Project.open(path, sound_rest=True)
    assert rest.aside == ()
    assert rest.read_only
    assert held(rest) == held(project)
    assert rest.steps() == project.steps()
    project.close()
    rest.close()


def test_every_field_is_judged_by_its_limits_or_by_what_it_names() -> None:
    """A column that nothing judges could hold what breaks the program."""
    for kind in KINDS:
        for column in columns(kind):
            by_others = column.is_json or column.name in kind.references
            assert by_others or limits.judge_of(kind, column) is not None
