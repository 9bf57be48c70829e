"""Each verb by its contract: exit codes, JSON, sentences; no display, no Qt."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.__main__ import VERBS, main
from evidence_board.cli import parser
from tests.cli.conftest import Run
from tests.in_memory import folder_in_memory

FERRY = (
    b"\xef\xbb\xbf" + "Harbour Post\r\n\r\nThe ferry left at noon, said the harbour 🛳.\r\n".encode()
)
NIGHT = "Ночью паром вернулся, сообщил порт.\n".encode()
RECORDS = {
    "sources": "id kind title publisher authors published section dateline language url "
    "reliability fidelity origin_kind group basis",
    "captures": "id source file_name size sha256 media_type captured_at text_sha256",
    "groups": "id label reason",
    "excerpts": "id source start end exact prefix suffix page region",
    "claims": "id text kind event stated place quantity denial likelihood likelihood_range "
    "confidence reason credibility status",
    "assertions": "id claim excerpt source chain mode factuality partial basis",
    "citations": "id from to type basis excerpt reason",
    "links": "id from to type reason group",
    "boards": "id",
    "cards": "id board record x y width height",
    "frames": "id",
    "notes": "id",
    "tags": "id",
}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Return a folder with case.evboard: the sample case, and two files brought in."""
    with folder_in_memory() as folder:
        (folder / "ferry.txt").write_bytes(FERRY)
        (folder / "night.txt").write_bytes(NIGHT)
        (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
        path = str(folder / "case.evboard")
        assert main(["sample", path]) == 0
        assert main(["add", path, str(folder / "ferry.txt"), str(folder / "night.txt")]) == 0
        yield folder


@pytest.fixture
def case(folder: Path, tmp_path: Path) -> Path:
    """Return a copy of the case, to change."""
    return Path(shutil.copy(folder / "case.evboard", tmp_path / "case.evboard"))


def _shown(run: Run, path: Path) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(run("show", path, "--json").stdout)
    return found


def test_new_makes_a_project_and_overwrites_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "Ferry case.evboard"
    run("new", path, "--question", "Who sailed?", "--scale", "phia", "--tlp", "RED")
    project = json.loads(run("show", path, "--json").stdout)["project"]
    assert [project[name] for name in ("title", "question", "scale", "tlp")] == [
        *("Ferry case", "Who sailed?", "phia", "TLP:RED"),
    ]
    before = path.read_bytes()
    done = run("new", path, "--title", "Other", code=1)
    assert done.stdout == b""
    assert b"exists already" in done.stderr
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_add_keeps_the_good_ones_and_names_the_bad(run: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "case.evboard"
    run("new", path)
    files = [folder / name for name in ("ferry.txt", "picture.txt", "night.txt", "gone.txt")]
    done = run("add", path, *files, files[0], "--json", code=1)
    told = json.loads(done.stdout)
    assert [row["path"] for row in told["added"]] == [str(files[0]), str(files[2])]
    assert [row["path"] for row in told["existing"]] == [str(files[0])]
    assert [row["path"] for row in told["refused"]] == [str(files[1]), str(files[3])]
    lines = done.stderr.decode().splitlines()
    assert [row["reason"] for row in told["refused"]] == lines
    shown = _shown(run, path)
    for row in told["added"]:
        assert row["source"] in {one["id"] for one in shown["sources"]}
        assert row["capture"] in {one["id"] for one in shown["captures"]}
    assert {one["sha256"] for one in shown["captures"]} == {
        hashlib.sha256(content).hexdigest() for content in (FERRY, NIGHT)
    }


def test_show_names_every_list_and_field_and_never_differs(run: Run, folder: Path) -> None:
    path = folder / "case.evboard"
    before = path.read_bytes()
    first, second = (run("show", path, "--json").stdout for _ in range(2))
    assert first == second
    assert path.read_bytes() == before
    told = json.loads(first)
    assert told["format"] == "evidence-board/1"
    assert set(["id", "title", "question", "scale", "tlp"]) <= set(told["project"])
    for name, fields in RECORDS.items():
        assert isinstance(told[name], list)
        for record in told[name]:
            assert set(fields.split()) <= set(record)
    assert all(told[name] for name in RECORDS if name not in ("tags", "groups"))
    assert b"claims" in run("show", path).stdout


def test_text_and_capture_give_the_bytes_back(run: Run, folder: Path, tmp_path: Path) -> None:
    path = folder / "case.evboard"
    shown = _shown(run, path)
    capture = next(one for one in shown["captures"] if one["file_name"] == "ferry.txt")
    text = run("text", path, str(capture["source"])).stdout
    assert hashlib.sha256(text).hexdigest() == capture["text_sha256"]
    assert "🛳" in text.decode()
    run("capture", path, str(capture["id"]), "-o", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == FERRY
    assert capture["size"] == len(FERRY)


def test_export_and_import_give_the_same_project(run: Run, case: Path, tmp_path: Path) -> None:
    first, copy, second = (tmp_path / name for name in ("1.json", "copy.evboard", "2.json"))
    run("export", case, "--to", "json", "-o", first)
    run("new", copy)
    run("import", copy, first)
    run("export", copy, "--to", "json", "-o", second)
    assert first.read_bytes() == second.read_bytes()
    history = json.loads(run("history", copy, "--json").stdout)["steps"]
    assert [step["label"] for step in history] == ["Create project", "Import document"]
    before = copy.read_bytes()
    assert b"Nothing was new" in run("import", copy, first).stdout
    assert copy.read_bytes() == before
    assert json.loads(run("check", copy, "--json").stdout) == {"ok": True, "problems": []}


def test_import_is_all_or_nothing(run: Run, case: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    claim = {"id": "new", "text": "New", "negates": "nobody"}
    bad.write_text(json.dumps({"format": "evidence-board/1", "claims": [claim]}))
    before = case.read_bytes()
    done = run("import", case, bad, code=1)
    assert done.stderr.decode().splitlines() == [
        "The claim new names a claim nobody that is not there.",
    ]
    assert case.read_bytes() == before


def test_undo_and_redo_move_through_the_history(run: Run, case: Path) -> None:
    before = _shown(run, case)
    assert b"Add 2 sources" in run("undo", case).stdout
    assert len(_shown(run, case)["sources"]) == len(before["sources"]) - 2
    steps = json.loads(run("history", case, "--json").stdout)["steps"]
    assert steps[-1]["state"] == "undone"
    assert {"seq", "label", "at", "state", "hash"} <= set(steps[-1])
    assert b"Add 2 sources" in run("redo", case).stdout
    after = _shown(run, case)
    assert {one["id"] for one in after["sources"]} == {one["id"] for one in before["sources"]}
    done = run("redo", case, code=1)
    assert (done.stdout, done.stderr) == (b"", b"There is nothing to redo.\n")


def test_check_names_what_was_tampered_with_and_changes_nothing(run: Run, case: Path) -> None:
    content = case.read_bytes()
    changed = content.replace(b"at noon", b"at nine")
    assert changed != content
    case.write_bytes(changed)
    done = run("check", case, "--json", code=1)
    told = json.loads(done.stdout)
    assert told["ok"] is False
    assert {"hash"} <= {problem["kind"] for problem in told["problems"]}
    assert all(set(problem) == {"kind", "where", "text"} for problem in told["problems"])
    assert case.read_bytes() == changed
    assert list(case.parent.iterdir()) == [case]


def test_brief_gives_the_same_bytes_for_the_same_time(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    path = folder / "case.evboard"
    for name in ("one.pdf", "two.pdf"):
        run("brief", path, "-o", tmp_path / name, "--at", "2026-01-01T00:00:00Z")
    one, two = ((tmp_path / name).read_bytes() for name in ("one.pdf", "two.pdf"))
    assert one == two
    assert one.startswith(b"%PDF-")


def test_the_list_of_verbs_is_the_parsers() -> None:
    (choices,) = [
        action.choices for action in parser()._actions if isinstance(action.choices, dict)
    ]
    assert set(choices) == VERBS


def test_an_original_that_is_not_what_was_captured_is_told_where_it_is_exported(
    run: Run, tmp_path: Path
) -> None:
    case, out = tmp_path / "case.evboard", tmp_path / "out.json"
    run("sample", case)
    with closing(sqlite3.connect(case)) as connection:
        (digest,) = connection.execute("SELECT sha256 FROM capture ORDER BY rowid").fetchone()
        connection.execute(
            "UPDATE attachment SET bytes = zeroblob(size) WHERE sha256 = ?", (digest,)
        )
        connection.commit()
    told = run("export", case, "-o", out, code=1).stderr.decode()
    assert told.startswith("The stored copy of S")
    assert "is not what was captured: its SHA-256 differs" in told
    listed = json.loads(out.read_text(encoding="utf-8"))["attachments"]
    assert [one["sha256"] for one in listed if "altered" in one] == [digest]


def test_an_issue_is_kept_and_the_next_draft_says_what_changed(
    run: Run, case: Path, tmp_path: Path
) -> None:
    at = ("--at", "2026-01-01T00:00:00Z")
    told = run("brief", case, "-o", tmp_path / "one.pdf", "--issue", *at)
    assert told.stdout.startswith(b"Issue 1.\n")
    (issue,) = _shown(run, case)["issues"]
    assert issue["sha256"] == hashlib.sha256((tmp_path / "one.pdf").read_bytes()).hexdigest()
    assert (issue["number"], issue["issued_at"]) == (1, "2026-01-01T00:00:00Z")
    run("brief", case, "-o", tmp_path / "two.pdf", *at)
    run("undo", case)
    run("brief", case, "-o", tmp_path / "three.pdf", *at)
    assert (tmp_path / "two.pdf").read_bytes() != (tmp_path / "three.pdf").read_bytes()


def test_parts_depth_and_paper_are_chosen_for_one_brief_only(
    run: Run, case: Path, tmp_path: Path
) -> None:
    before = case.read_bytes()
    small, large = tmp_path / "small.pdf", tmp_path / "large.pdf"
    run("brief", case, "-o", small, "--depth", "one-page", "--paper", "Letter")
    run("brief", case, "-o", large, "--depth", "full-annex")
    assert small.stat().st_size < large.stat().st_size
    run("brief", case, "-o", small, "--parts", "sources", "other-claims")
    assert case.read_bytes() == before
