"""The history by its verb: who, when, what, before and after, for a person and for a script."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.commands import claims, editing, judging, notes, removal
from evidence_board.model.claim import Claim
from evidence_board.project.project import Project
from tests.cli.conftest import Run
from tests.commands.cases import pinned, started, words


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Give a project of nine steps by two people, one of them undone."""
    project = started(tmp_path / "case.evboard")
    report = pinned(project)
    project.author = "A. Reader"
    left = claims.mark(project, words(report, "ferry left at noon"), "It left at noon.")
    editing.change(project, left, confidence="low", reason="One report.")
    project.author = ""
    judging.set_likelihood(project, project.all(Claim)[0], "likely")
    editing.change(project, project.all(Claim)[0], confidence="moderate")
    note = notes.write(project, "Who keeps the log?", kind="gap", about=left.id)
    removal.remove(project, [note.id])
    claims.write(project, "Undone.")
    project.undo()
    project.close()
    return project.path


def steps_of(run: Run, *arguments: str | Path) -> list[Mapping[str, object]]:
    """Return the steps that the verb tells as JSON."""
    told: Mapping[str, list[Mapping[str, object]]] = json.loads(
        run("history", *arguments, "--json").stdout
    )
    return told["steps"]


def changes_of(step: Mapping[str, object]) -> Sequence[Mapping[str, object]]:
    """Return what a step changed."""
    changes = step["changes"]
    assert isinstance(changes, list)
    return changes


def test_each_step_tells_who_when_and_what_in_words(run: Run, case: Path) -> None:
    text = run("history", case).stdout.decode()
    assert "    4  1 March 2026, 00:00 UTC  A. Reader  Edit claim confidence, reason\n" in text
    assert "       Changed claim C1 “It left at noon.”\n" in text
    assert "           Confidence: not judged to low\n" in text
    assert "           Confidence: low to moderate\n" in text
    assert "    9  1 March 2026, 00:00 UTC  no name  Write claim  (undone)\n" in text
    assert text.endswith("History verified: 9 steps, none missing.\n")


def test_the_json_holds_every_change_with_plain_values_and_words(run: Run, case: Path) -> None:
    steps = steps_of(run, case)
    assert [step["seq"] for step in steps] == list(range(1, 10))
    assert {"seq", "id", "label", "at", "author", "state", "hash"} <= set(steps[0])
    (change,) = changes_of(steps[5])
    assert {name: change[name] for name in ("what", "record", "mark", "text", "fields")} == {
        "what": "changed",
        "record": "claim",
        "mark": "C1",
        "text": "It left at noon.",
        "fields": [
            {
                "field": "confidence",
                "name": "Confidence",
                "before": "low",
                "after": "moderate",
                "words": "Confidence: low to moderate",
            }
        ],
    }
    told = json.loads(run("history", case, "--json").stdout)["verified"]
    assert told == {
        "ok": True,
        "steps": 9,
        "sentences": ["History verified: 9 steps, none missing."],
    }


def test_a_record_is_followed_by_id_or_mark_also_when_it_is_gone(run: Run, case: Path) -> None:
    project = Project.open(case, read_only=True)
    (claim,) = project.all(Claim)
    project.close()
    by_id, by_mark = (steps_of(run, case, "--record", one) for one in (claim.id, "C1"))
    assert by_id == by_mark
    assert [step["seq"] for step in by_id] == [3, 4, 5, 6]
    assert all(change["id"] == claim.id for step in by_id for change in changes_of(step))
    gone = str(changes_of(steps_of(run, case, "--step", "7")[0])[0]["id"])
    assert [step["seq"] for step in steps_of(run, case, "--record", gone)] == [7, 8]


def test_what_is_not_there_is_refused_before_anything_is_told(run: Run, case: Path) -> None:
    for arguments in (("--record", "nobody"), ("--step", "10")):
        done = run("history", case, *arguments, "--json", code=1)
        assert done.stdout == b""
        assert done.stderr.decode().count("\n") == 1


def test_a_tampered_history_is_named_and_still_listed_whole(run: Run, case: Path) -> None:
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("UPDATE step SET author = 'Somebody' WHERE seq = 5")
        connection.commit()
    done = run("history", case, "--json", code=1)
    assert done.stderr == b"Step 5 or one before it was changed.\n"
    told = json.loads(done.stdout)
    assert len(told["steps"]) == 9
    assert told["verified"]["ok"] is False
    listed = run("history", case, code=1)
    assert listed.stdout.count(b" UTC  ") == 9
    assert b"verified" not in listed.stdout


def test_a_step_that_cannot_be_read_is_listed_all_the_same(run: Run, case: Path) -> None:
    with closing(sqlite3.connect(case)) as connection:
        connection.execute("UPDATE change SET record = 'spell' WHERE step = 7")
        connection.execute("UPDATE change SET after = '{' WHERE step = 6")
        connection.commit()
    done = run("history", case, "--json", code=1)
    steps = json.loads(done.stdout)["steps"]
    assert [step["seq"] for step in steps if step["changes"] is None] == [6, 7]
    text = run("history", case, code=1).stdout.decode()
    assert text.count("What this step changed cannot be read.") == 2


def test_a_large_step_is_summed_up_in_the_text(run: Run, tmp_path: Path) -> None:
    project = started(tmp_path / "large.evboard")
    with project.transaction("Write many claims") as tx:
        tx.add_all([Claim(text=f"Claim {number}") for number in range(1_500)])
    project.close()
    text = run("history", project.path).stdout.decode()
    assert "Added 1,500 claims\n" in text
    assert "Claim 700" not in text
    assert len(changes_of(steps_of(run, project.path)[1])) == 1_500
