"""Each verb as a program of its own: no display, no Qt, no traceback, whatever the names hold."""

import json
import os
import subprocess
import sys
from pathlib import Path

from evidence_board.__main__ import VERBS
from evidence_board.commands import claims
from tests.cli.conftest import Run
from tests.commands.cases import started

ODD = [b"caf\xe9.txt", b"line\nbreak.txt", b"--help.txt"]


ONE_AFTER_THE_OTHER = """
import io, json, sys
from evidence_board.__main__ import main

told = []
for *arguments, code in json.load(sys.stdin):
    sys.stdout = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    assert main(arguments) == code, arguments
    told.append(sys.stdout.buffer.getvalue().decode())
    assert not [name for name in sys.modules if name.startswith("PySide6")], arguments
json.dump(told, sys.__stdout__)
"""
"""Runs the verbs it is given, in a process without Qt; starting one for each takes a minute."""


def run_in_turn(*commands: tuple[str | Path | int, ...]) -> dict[str, str]:
    """Run verbs without a display, each with its exit code last; return what each wrote."""
    bare = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    done = subprocess.run(
        [sys.executable, "-c", ONE_AFTER_THE_OTHER],
        input=json.dumps(commands, default=str),
        capture_output=True,
        text=True,
        check=False,
        env={**bare, "QT_QPA_PLATFORM": "no such platform"},
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return dict(zip([str(one[0]) for one in commands], json.loads(done.stdout), strict=True))


def test_every_verb_runs_without_a_display_or_qt(tmp_path: Path) -> None:
    case, copy, report = (tmp_path / name for name in ("a.evboard", "b.evboard", "report.txt"))
    out = {name: tmp_path / f"out.{name}" for name in ("txt", "json", "pdf")}
    report.write_bytes("The ferry left at noon. 🛳".encode())
    first = run_in_turn(("new", case, 0), ("add", case, report, "--json", 0))
    added = json.loads(first["add"])["added"][0]
    told = run_in_turn(
        ("text", case, added["source"], 0),
        ("capture", case, added["capture"], "-o", out["txt"], 0),
        ("undo", case, 0),
        ("redo", case, 0),
        ("show", case, "--json", 0),
        ("export", case, "-o", out["json"], 0),
        ("sample", copy, 0),
        ("import", copy, out["json"], 0),
        ("brief", copy, "-o", out["pdf"], 0),
        ("verify", out["pdf"], copy, 0),
        *((verb, copy, "--json", 0) for verb in ("origins", "warnings", "suggest")),
        *((verb, copy, "--json", 0) for verb in ("discrepancies", "history", "check")),
        ("backups", case, "--make", 0),
        ("restore", case, "1", "-o", tmp_path / "c.evboard", 0),
        ("share", case, "-o", tmp_path / "d.evboard", "--without-history", 0),
        ("salvage", case, "-o", tmp_path / "e.evboard", 0),
        ("finish", case, "-o", tmp_path / "f.evboard", 1),
        ("chain", copy, "C1", "S1", "S13", 0),
        ("cite", copy, "S1", "A wire", 0),
        ("cut", copy, "S1", "A wire", 0),
        ("standing", copy, "S1", "corrected", "--words", "Note of 3 May.", 0),
        ("independence", copy, "S13", "S14", "assumed", "--reason", "They name no source.", 0),
    )
    assert {*first, *told} == VERBS
    assert told["text"].encode() == out["txt"].read_bytes() == report.read_bytes()
    assert json.loads(told["show"])["sources"][0]["id"] == added["source"]
    assert json.loads(told["origins"])["claims"]
    assert json.loads(told["warnings"])["warnings"]
    assert json.loads(told["suggest"])["suggestions"]
    assert "discrepancies" in json.loads(told["discrepancies"])
    assert len(json.loads(told["history"])["steps"]) == 3
    assert json.loads(told["check"])["ok"] is True


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
