"""`brief --attach` and `verify`: what they say, exit codes, hostile files."""

import json
import os
import shutil
from pathlib import Path

import pytest

from evidence_board.__main__ import main
from tests.cli.conftest import Run

AT = "2100-01-01T00:00:00Z"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample case and two briefs of it, one with the project inside."""
    folder = tmp_path_factory.mktemp("verify")
    case = str(folder / "case.evboard")
    assert main(["sample", case]) == 0
    assert main(["brief", case, "-o", str(folder / "a.pdf"), "--attach", "--at", AT]) == 0
    assert main(["brief", case, "-o", str(folder / "b.pdf"), "--at", AT]) == 0
    return folder


@pytest.fixture
def case(folder: Path, tmp_path: Path) -> Path:
    """Return a copy of the case, to change."""
    return Path(shutil.copy(folder / "case.evboard", tmp_path / "case.evboard"))


def test_a_brief_and_its_project_agree(run: Run, folder: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        done = run("verify", folder / name, folder / "case.evboard")
        assert done.stdout.decode().splitlines()[-1] == "The brief agrees."
        assert b"Every byte is what this program makes" in done.stdout
        assert done.stderr == b""


def test_it_runs_without_a_display(run_alone: Run, folder: Path) -> None:
    done = run_alone("verify", folder / "a.pdf", "--json")
    told = json.loads(done.stdout)
    assert (told["agrees"], told["attached"], told["compared"]) == (True, True, "bytes")
    assert told["brief"]["at"] == AT
    assert told["findings"] == told["differences"] == []
    assert told["state"] is None


def test_the_same_state_and_time_give_the_same_bytes(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    run("brief", folder / "case.evboard", "-o", tmp_path / "a.pdf", "--attach", "--at", AT)
    assert (tmp_path / "a.pdf").read_bytes() == (folder / "a.pdf").read_bytes()


@pytest.mark.parametrize("name", ["a.pdf", "b.pdf"])
def test_what_changed_since_is_told_with_or_without_an_attachment(
    run: Run, folder: Path, case: Path, tmp_path: Path, name: str
) -> None:
    shown = json.loads(run("show", case, "--json").stdout)
    claim = next(one for one in shown["claims"] if one["number"] == 1)
    changed = {**shown, "claims": [{**claim, "text": "Nothing of it happened."}]}
    (tmp_path / "in.json").write_text(json.dumps(changed), encoding="utf-8")
    early = tmp_path / "early.pdf"
    attach = ["--attach"] if name == "a.pdf" else []
    run("brief", case, "-o", early, *attach)
    run("import", case, tmp_path / "in.json")
    done = run("verify", early, case, "--json", code=1)
    told = json.loads(done.stdout)
    assert [one["kind"] for one in told["findings"]] == ["state"]
    (difference,) = told["differences"]
    assert (difference["what"], difference["id"], difference["mark"]) == (
        *("changed", claim["id"], "C1"),
    )
    assert "Nothing of it happened." in difference["text"]
    assert difference["fields"][0]["before"] == claim["text"]
    assert done.stderr.decode().splitlines() == [told["findings"][0]["text"]]
    assert told["compared"] == "bytes"
    run("undo", case)
    run("verify", early, case)


def test_a_pdf_that_is_no_brief_gives_one_sentence(run: Run, tmp_path: Path) -> None:
    for content in (b"", b"%PDF-1.4\nnothing", b"<html>"):
        path = tmp_path / "odd.pdf"
        path.write_bytes(content)
        done = run("verify", path, code=1)
        assert len(done.stderr.decode().splitlines()) == 1
        assert b"Traceback" not in done.stderr


def test_what_is_no_file_is_refused(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    for name in ("gone.pdf", "pipe.pdf", "."):
        done = run("verify", tmp_path / name, code=1)
        assert len(done.stderr.decode().splitlines()) == 1


def test_a_project_that_cannot_be_opened_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "odd.evboard").write_bytes(b"odd")
    done = run("verify", folder / "a.pdf", tmp_path / "odd.evboard", code=1)
    assert len(done.stderr.decode().splitlines()) == 1


def test_verifying_changes_no_byte_of_the_project(run: Run, folder: Path) -> None:
    before = (folder / "case.evboard").read_bytes()
    run("verify", folder / "a.pdf", folder / "case.evboard")
    assert (folder / "case.evboard").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "options", "start"),
    [
        ("a.html", [], b"<!doctype html>"),
        ("a.md", [], b"**TLP"),
        ("a.docx", [], b"PK\x03\x04"),
        ("a.txt", ["--to", "md"], b"**TLP"),
        ("a.other", [], b"%PDF-1.7"),
    ],
)
def test_a_brief_has_the_form_that_is_asked_for(
    run: Run, folder: Path, tmp_path: Path, name: str, options: list[str], start: bytes
) -> None:
    out = tmp_path / name
    run("brief", folder / "case.evboard", "-o", out, "--at", AT, *options)
    first = out.read_bytes()
    assert first.startswith(start)
    run("brief", folder / "case.evboard", "-o", out, "--at", AT, *options)
    assert out.read_bytes() == first


def test_only_a_pdf_carries_the_project(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.html"
    done = run("brief", folder / "case.evboard", "-o", out, "--attach", code=1)
    assert b"Only a PDF can carry the project" in done.stderr
    assert not out.exists()


def test_words_are_blacked_out_on_request(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    wanted = ["--redact", "S3", "--redact", "Putin"]
    run("brief", folder / "case.evboard", "-o", out, "--at", AT, *wanted)
    text = out.read_text(encoding="utf-8")
    assert "█████" in text
    assert "putin" not in text.lower()
    done = run("brief", folder / "case.evboard", "-o", tmp_path / "Putin.md", *wanted, code=1)
    assert b"Choose another name" in done.stderr
    assert not (tmp_path / "Putin.md").exists()
