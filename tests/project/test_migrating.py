"""An old project becomes one of this version with all it held, or stays what it was."""

import json
import sqlite3
from contextlib import closing
from itertools import groupby
from pathlib import Path

import pytest

from evidence_board.commands import claims
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.claim import Claim
from evidence_board.model.deferral import Deferral
from evidence_board.model.independence import IndependenceVerdict
from evidence_board.model.issue import Issue
from evidence_board.model.kinds import KINDS
from evidence_board.project import backups, migrating
from evidence_board.project.check import check
from evidence_board.project.errors import NotAProject, NotConverted
from evidence_board.project.project import Project
from evidence_board.project.schema import VERSION, columns, kinds_in, statements
from evidence_board.project.telling import Told
from tests.commands.cases import held, started
from tests.project.migration_kills import kill_while_migrating

KEPT = Path(__file__).parent.parent / "data" / "projects"
OLDER = tuple(range(1, VERSION))
NEWER = {Deferral, IndependenceVerdict, BriefPlan, Issue}


@pytest.fixture(autouse=True)
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let backups go to a folder of each test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "evidence-board"


@pytest.fixture(params=OLDER)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def old(tmp_path: Path, version: int) -> Path:
    """Return a project that the program of an older version made."""
    folder = tmp_path / "case"
    folder.mkdir()
    path = folder / "case.evboard"
    path.write_bytes((KEPT / f"{version}.evboard").read_bytes())
    return path


def _schema(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
        ).fetchall()


def _told(project: Project) -> object:
    steps = [[one.seq, one.label, one.state, one.hash] for one in project.steps()]
    kept = {"records": held(project), "steps": steps, "redo": project.redo_label}
    return json.loads(json.dumps(kept))


def test_there_is_a_step_and_a_kept_project_for_each_older_version() -> None:
    assert tuple(migrating.STEPS) == OLDER
    assert {int(path.stem) for path in KEPT.glob("*.evboard")} == set(OLDER)
    for version in OLDER:
        with closing(sqlite3.connect(KEPT / f"{version}.evboard")) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (version,)
            for kind in kinds_in(connection):
                listed = f'SELECT count(*) FROM "{kind.table}"'
                assert connection.execute(listed).fetchone()[0] > 0, kind.table


def test_a_converted_project_is_as_a_new_one_and_holds_what_it_held(
    old: Path, version: int, tmp_path: Path
) -> None:
    project = Project.open(old)
    told = json.loads((KEPT / f"{version}.json").read_text(encoding="utf-8"))
    assert _told(project) == told
    project.close()
    new = tmp_path / "new.evboard"
    started(new).close()
    assert _schema(old) == _schema(new)
    assert check(old) == ()
    assert list(old.parent.iterdir()) == [old]


def test_a_converted_project_goes_on(old: Path) -> None:
    project = Project.open(old)
    project.redo()
    claims.write(project, "One more.")
    project.undo()
    project.undo()
    assert project.steps()[-1].schema_version == VERSION
    project.close()
    assert check(old) == ()


def test_the_history_of_one_record_is_found_by_the_index(old: Path) -> None:
    Project.open(old).close()
    with closing(sqlite3.connect(old)) as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT step FROM change WHERE record_id = ?", ("a",)
        ).fetchall()
    assert "change_record_id" in str(plan)


def test_a_backup_of_the_old_file_is_there_before_it_is_converted(
    old: Path, version: int, work_folder: Path
) -> None:
    before = old.read_bytes()
    project = Project.open(old)
    (backup,) = backups.listed(project.record.id)
    project.close()
    assert backup.summary is not None
    assert backup.summary.version == version
    assert backup.summary.counts["claims"] == project.count(Claim)
    copy = old.with_name("copy.evboard")
    copy.write_bytes(backup.path.read_bytes())
    assert _schema(copy) != _schema(old)
    assert check(copy) == ()
    copy.write_bytes(before)
    assert _told(Project.open(copy, read_only=True)) == _told(
        Project.open(backup.path, read_only=True)
    )


def test_an_old_file_opened_to_read_only_is_read_as_it_lies_there(
    old: Path, version: int, work_folder: Path
) -> None:
    before = old.read_bytes()
    project = Project.open(old, read_only=True)
    assert _told(project) == json.loads((KEPT / f"{version}.json").read_text(encoding="utf-8"))
    assert project.search("ferry")
    project.close()
    assert check(old) == ()
    assert old.read_bytes() == before
    assert list(old.parent.iterdir()) == [old]
    assert not work_folder.exists()


def test_the_columns_of_older_versions_are_those_of_this_one(version: int) -> None:
    """What a reader of old files relies on; a step that changes this needs a way for them."""
    with closing(sqlite3.connect(KEPT / f"{version}.evboard")) as connection:
        there = kinds_in(connection)
        assert set(KINDS) - set(there) <= NEWER, "what a version did not have is empty"
        for kind in there:
            rows = connection.execute(f'PRAGMA table_info("{kind.table}")').fetchall()
            assert [row[1] for row in rows] == [column.name for column in columns(kind)]


def _fails(connection: sqlite3.Connection, told: Told) -> None:
    migrating.STEPS[VERSION - 1](connection, told)
    connection.execute("UPDATE claim SET text = 'lost'")
    connection.execute("SELECT * FROM nowhere")


def _loses_rows(connection: sqlite3.Connection, told: Told) -> None:
    migrating.STEPS[VERSION - 1](connection, told)
    connection.execute("DELETE FROM tagging")


def _loses_its_way(connection: sqlite3.Connection, told: Told) -> None:
    migrating.STEPS[VERSION - 1](connection, told)
    connection.execute("PRAGMA defer_foreign_keys = ON")
    connection.execute("UPDATE card SET board = 'nowhere'")


def _adds_too_much(connection: sqlite3.Connection, told: Told) -> None:
    migrating.STEPS[VERSION - 1](connection, told)
    connection.execute("CREATE INDEX further ON claim (text)")


def _does_nothing(_connection: sqlite3.Connection, _told: Told) -> None:
    """Leave the schema as it was."""


@pytest.mark.parametrize(
    ("step", "why"),
    [
        (_fails, "no such table: nowhere"),
        (_loses_rows, "rows would be lost or added: tagging"),
        (_loses_its_way, "a reference would lead nowhere"),
        (_adds_too_much, "its schema would differ: further"),
        (
            _does_nothing,
            "its schema would differ: brief_plan, independence, issue",
        ),
    ],
)
def test_a_step_that_fails_leaves_the_old_file_byte_for_byte(
    old: Path, step: migrating.Step, why: str
) -> None:
    before = old.read_bytes()
    steps = {**migrating.STEPS, VERSION - 1: step}
    with pytest.raises(NotConverted, match=why) as refusal:
        migrating.bring_up(old, steps)
    assert str(refusal.value).endswith("It was not changed. Try again, or open it to read only.")
    assert old.read_bytes() == before
    assert list(old.parent.iterdir()) == [old]


def test_without_a_backup_nothing_is_converted(
    old: Path, monkeypatch: pytest.MonkeyPatch, work_folder: Path
) -> None:
    before = old.read_bytes()
    work_folder.parent.mkdir()
    work_folder.write_text("no folder")
    with pytest.raises(NotConverted, match=r"No backup was made .*It was not changed"):
        Project.open(old)
    assert old.read_bytes() == before
    assert list(old.parent.iterdir()) == [old]
    Project.open(old, read_only=True).close()


def test_an_old_file_that_could_not_be_opened_is_not_converted(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        connection.execute("UPDATE card SET record = 'nowhere'")
        connection.commit()
    before = old.read_bytes()
    with pytest.raises(NotAProject, match="names a record that is not there"):
        Project.open(old)
    assert old.read_bytes() == before


def test_what_is_no_project_is_not_old(tmp_path: Path) -> None:
    text = tmp_path / "text.evboard"
    text.write_text("hello " * 200)
    assert not migrating.is_old(text)
    assert not migrating.is_old(tmp_path / "gone.evboard")
    assert list(tmp_path.iterdir()) == [text]


def test_a_file_in_use_is_not_converted(old: Path) -> None:
    with closing(sqlite3.connect(old)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM claim").fetchone()
        with pytest.raises(NotConverted, match="another program is writing to it"):
            migrating.bring_up(old)
    migrating.bring_up(old)
    assert not migrating.is_old(old)


def test_how_far_it_is_is_told_page_by_page_and_then_text_by_text(old: Path, version: int) -> None:
    seen: list[tuple[int, int]] = []
    Project.open(old, told=lambda *far: seen.append(far)).close()
    pages, *others = (tuple(far) for _, far in groupby(seen, lambda far: far[1]))
    assert pages[-1][0] == pages[-1][1] > 1
    assert others[0][0] == others[-1][-1] == (0, 0)
    texts = others[1] if version < 3 else ()  # later ones have this index already
    assert [done for done, _ in texts] == sorted(done for done, _ in texts)
    assert not texts or texts[-1][0] == texts[-1][1] > 1_000


class _GivenUp(Exception):
    """Somebody does not want to wait any longer."""


@pytest.mark.no_cover  # others run its lines
@pytest.mark.parametrize("place", [0, 1, 2, -2, -1])
def test_given_up_at_any_time_the_file_is_what_it_was(
    old: Path, tmp_path: Path, place: int
) -> None:
    before, count = old.read_bytes(), list[int]()
    copy = tmp_path / "copy.evboard"
    copy.write_bytes(before)
    Project.open(copy, told=lambda done, _total: count.append(done)).close()
    left = range(len(count))[place]

    def give_up(_done: int, _total: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _GivenUp

    with pytest.raises(_GivenUp):
        Project.open(old, told=give_up)
    assert old.read_bytes() == before
    assert list(old.parent.iterdir()) == [old]
    Project.open(old).close()
    assert check(old) == ()


def test_ten_kills_leave_the_old_project_or_the_new_one(tmp_path: Path) -> None:
    tally = kill_while_migrating((KEPT / "1.evboard").read_bytes(), tmp_path / "kills", 10)
    assert tally.faults == ()
    assert tally.old + tally.new == 10
    assert tally.old > 0
    assert tally.new > 0


def test_the_statements_of_all_versions_make_a_schema() -> None:
    for version in (*OLDER, VERSION):
        with closing(sqlite3.connect(":memory:")) as connection:
            for statement in statements(version):
                connection.execute(statement)
