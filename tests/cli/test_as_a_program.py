"""Each verb as a program of its own: no display, no Qt, no traceback, whatever the names hold."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_board.__main__ import VERBS
from evidence_board.commands import claims
from tests.cli.conftest import Run
from tests.commands.cases import started

ODD = [b"caf\xe9.txt", b"line\nbreak.txt", b"--help.txt"]


@pytest.mark.timeout(400)  # two dozen programs, one after the other
def test_every_verb_runs_without_a_display_or_qt(run_alone: Run, tmp_path: Path) -> None:
    case, copy, report = (tmp_path / name for name in ("a.evboard", "b.evboard", "report.txt"))
    report.write_bytes("The ferry left at noon. 🛳".encode())
    run_alone("new", case)
    added = json.loads(run_alone("add", case, report, "--json").stdout)["added"][0]
    ids = {name: str(added[name]) for name in ("source", "capture")}
    assert run_alone("text", case, ids["source"]).stdout == report.read_bytes()
    run_alone("capture", case, ids["capture"], "-o", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == report.read_bytes()
    run_alone("undo", case)
    run_alone("redo", case)
    assert json.loads(run_alone("show", case, "--json").stdout)["sources"][0]["id"] == ids["source"]
    run_alone("export", case, "-o", tmp_path / "out.json")
    run_alone("sample", copy)
    run_alone("import", copy, tmp_path / "out.json")
    run_alone("brief", copy, "-o", tmp_path / "out.pdf")
    run_alone("verify", tmp_path / "out.pdf", copy)
    assert json.loads(run_alone("origins", copy, "--json").stdout)["claims"]
    assert json.loads(run_alone("warnings", copy, "--json").stdout)["warnings"]
    assert json.loads(run_alone("suggest", copy, "--json").stdout)["suggestions"]
    assert "discrepancies" in json.loads(run_alone("discrepancies", copy, "--json").stdout)
    assert len(json.loads(run_alone("history", copy, "--json").stdout)["steps"]) == 3
    assert json.loads(run_alone("check", copy, "--json").stdout)["ok"] is True
    run_alone("backups", case, "--make")
    run_alone("restore", case, "1", "-o", tmp_path / "c.evboard")
    run_alone("share", case, "-o", tmp_path / "d.evboard", "--without-history")
    run_alone("salvage", case, "-o", tmp_path / "e.evboard")
    run_alone("finish", case, "-o", tmp_path / "f.evboard", code=1)
    ran = {*("new", "add", "text", "capture", "undo", "redo", "show", "export", "sample", "import")}
    ran |= {"brief", "history", "check", "backups", "restore", "share", "salvage", "finish"}
    ran |= {"origins", "suggest", "warnings", "discrepancies", "verify"}
    assert ran == VERBS


def test_names_that_are_no_text_are_told_in_json(run_alone: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.evboard"
    run_alone("new", case)
    paths = [os.fsencode(tmp_path) + b"/" + name for name in ODD]
    for number, path in enumerate(paths):
        Path(os.fsdecode(path)).write_text(f"Report {number}")
    done = run_alone("add", case, *paths, paths[0] + b"x", "--json", code=1, LC_ALL="C")
    told = json.loads(done.stdout)
    assert [os.fsencode(row["path"]) for row in told["added"]] == paths
    assert len(done.stderr.splitlines()) == 1
    shown = run_alone("show", case, "--json", PYTHONIOENCODING="ascii").stdout
    assert [one["file_name"] for one in json.loads(shown)["captures"]] == [
        *("caf\\xe9.txt", "line\\nbreak.txt", "--help.txt"),
    ]


def test_reading_works_while_another_program_has_the_project(
    run_alone: Run, tmp_path: Path
) -> None:
    case = tmp_path / "case.evboard"
    project = started(case)
    claims.write(project, "Written in the window.")
    shown = json.loads(run_alone("show", case, "--json").stdout)
    assert [one["text"] for one in shown["claims"]] == ["Written in the window."]
    assert b"has been open since" in run_alone("undo", case, code=1).stderr
    project.close()


def test_a_terminal_that_lacks_a_character_still_shows_the_rest(
    run_alone: Run, tmp_path: Path
) -> None:
    run_alone("new", tmp_path / "case.evboard", "--title", "Ночь")
    done = run_alone("show", tmp_path / "case.evboard", PYTHONIOENCODING="ascii")
    assert done.stdout.startswith(b"\\u041d")


def test_a_reader_that_has_had_enough_causes_no_complaint(run_alone: Run, tmp_path: Path) -> None:
    run_alone("sample", tmp_path / "case.evboard")
    child = subprocess.Popen(
        [sys.executable, "-m", "evidence_board", "show", tmp_path / "case.evboard", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(1)
        child.stdout.close()
        assert child.stderr.read() == b""


def test_that_an_older_project_is_converted_is_said_before(run_alone: Run, tmp_path: Path) -> None:
    kept = Path(__file__).parents[1] / "data" / "projects" / "1.evboard"
    path = tmp_path / "old.evboard"
    path.write_bytes(kept.read_bytes())
    done = run_alone("undo", path, XDG_DATA_HOME=str(tmp_path))
    assert done.stderr.decode() == (
        "old.evboard is of an older version: a backup is made, then it is converted."
    )
    assert run_alone("undo", path, XDG_DATA_HOME=str(tmp_path)).stderr == b""
