"""What a verb refuses: exit code 1 and one plain sentence, or 2 for wrong usage."""

import os
from pathlib import Path

import pytest

from evidence_board.__main__ import VERBS, main
from tests.commands.cases import started

NEEDS = {
    "add": ("x.txt",),
    "text": ("id",),
    "capture": ("id", "-o", "OUT"),
    "brief": ("-o", "OUT"),
    "chain": ("C1", "S1"),
    "cite": ("S1", "S2"),
    "cut": ("S1", "S2"),
    "export": ("-o", "OUT"),
    "finish": ("-o", "OUT"),
    "import": ("IN",),
    "independence": ("S1", "S2", "assumed"),
    "restore": ("1", "-o", "OUT"),
    "salvage": ("-o", "OUT"),
    "share": ("-o", "OUT"),
    "standing": ("S1", "retracted"),
}
NO_PROJECT = ("is not there", "is not an Evidence Board project", "holds nothing of a project")
ON_A_FILE = sorted(VERBS - {"new", "sample", "verify"})  # a brief is what verify is given first


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    started(tmp_path / "case.evboard").close()
    (tmp_path / "IN").write_text('{"format": "evidence-board/1"}')
    (tmp_path / "x.txt").write_text("The ferry left.")
    return tmp_path / "case.evboard"


@pytest.mark.parametrize("verb", ON_A_FILE)
def test_a_file_that_is_no_project_is_refused_in_one_sentence(
    case: Path, verb: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, content in (("gone.evboard", None), ("other.evboard", b"Dear reader")):
        if content is not None:
            Path(name).write_bytes(content)
        assert main([verb, name, *NEEDS.get(verb, ())]) == 1
        told = capfd.readouterr()
        sentence = (told.err or told.out).strip()
        assert any(words in sentence for words in NO_PROJECT)
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert not Path("OUT").exists()
    assert Path("other.evboard").read_bytes() == b"Dear reader"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["text", "case.evboard", "nobody"], "There is no held source nobody"),
        (["capture", "case.evboard", "nobody", "-o", "OUT"], "There is no capture nobody"),
        (["import", "case.evboard", "gone.json"], "gone.json: No such file"),
        (["import", "case.evboard", "x.txt"], "not valid JSON"),
        (["export", "case.evboard", "-o", "no/OUT"], "No such file or directory"),
        (["import", "case.evboard", "case.evboard"], "The document is no text"),
        (["new", "/"], "/ cannot be made (that is a folder"),
        (["share", "//", "-o", "OUT"], "/ is not a file"),
        (["brief", "case.evboard", "-o", "/"], "/: that is a folder"),
        (["text", "case.evboard", "x" * 5_000], " … x"),
        (["undo", "case.evboard"], "There is nothing to undo"),
        (["redo", "case.evboard"], "There is nothing to redo"),
        (["restore", "case.evboard", "1", "-o", "OUT"], "case.evboard has no backup 1"),
        (["restore", "case.evboard", "1", "-o", "case.evboard"], "is the project itself"),
        (["new", "case.evboard"], "exists already"),
        (["sample", "case.evboard"], "exists already"),
        (["new", "no/case.evboard"], "cannot be made"),
        (["new", "t.evboard", "--title", "x" * 3_000], "at most 2000 characters"),
        (["export", "case.evboard", "-o", "case.evboard"], "is the project itself"),
        (["capture", "case.evboard", "nobody", "-o", "case.evboard"], "is the project itself"),
        (["brief", "case.evboard", "-o", "./case.evboard"], "is the project itself"),
    ],
    ids=lambda part: " ".join(part)[:40] if isinstance(part, list) else "",
)
def test_a_refusal_is_one_sentence_and_changes_nothing(
    case: Path, arguments: list[str], words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in case.parent.iterdir()}
    assert main(arguments) == 1
    told = capfd.readouterr()
    assert told.out == ""
    assert words in told.err
    assert told.err.endswith(".\n")
    assert told.err.count("\n") == 1
    assert {path: path.read_bytes() for path in case.parent.iterdir()} == before


@pytest.mark.parametrize(
    "arguments",
    [
        *([verb] for verb in sorted(VERBS - {"sample"})),
        *([verb, "case.evboard", "--mood"] for verb in sorted(VERBS)),
        *(["new", "a.evboard", *more] for more in (["--scale", "x"], ["--tlp", "PINK"])),
        *(["brief", "case.evboard", "-o", "OUT", "--at", at] for at in ("soon", "2026-01-01")),
        ["brief", "case.evboard", "-o", "OUT", "--parts", "gossip"],
        *(["export", "case.evboard"], ["export", "case.evboard", "--to", "xml", "-o", "OUT"]),
        ["--mood"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_code_2(
    case: Path, arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert "usage: evidence-board" in told.err
    assert sorted(path.name for path in case.parent.iterdir()) == ["IN", "case.evboard", "x.txt"]


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_each_verb_explains_itself(verb: str, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([verb, "--help"])
    assert end.value.code == 0
    assert f"usage: evidence-board {verb}" in capfd.readouterr().out


def test_a_name_cannot_write_to_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", str(tmp_path / "\x1b[2J\u202egone.evboard")]) == 1
    assert capfd.readouterr().err.startswith("\\x1b[2J\\u202egone.evboard is not there.")


def test_an_argument_that_is_too_many_cannot_write_to_the_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["undo", "case.evboard", "\x1b[2J\u202eexe.txt"])
    assert "arguments: \\x1b[2J\\u202eexe.txt" in capfd.readouterr().err


@pytest.mark.timeout(30)
def test_backups_are_looked_for_without_waiting_for_what_is_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    os.mkfifo(tmp_path / "pipe")  # whoever opens it to read waits for ever
    with (tmp_path / "holes").open("wb") as file:
        file.truncate(30_000_000_000)  # whoever reads it to its end takes minutes
    assert main(["backups", str(tmp_path / "pipe")]) == 1
    assert main(["backups", str(tmp_path / "holes")]) == 1
    told = capfd.readouterr().err.splitlines()
    assert told == [
        "pipe is not a file. Choose a project file.",
        "holes is not an Evidence Board project. Choose another file.",
    ]


def test_a_title_cannot_write_to_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    started(tmp_path / "case.evboard", title="\x1b]0;owned\x07").close()
    assert main(["show", str(tmp_path / "case.evboard")]) == 0
    assert "\x1b" not in capfd.readouterr().out


def test_a_document_that_is_no_file_is_refused_at_once(
    case: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(case.with_name("pipe"))
    with case.with_name("holes").open("wb") as holes:
        holes.truncate(50_000_000_000)
    for name, words in (
        ("pipe", "is not a file"),
        ("/dev/zero", "not a file"),
        ("holes", "larger"),
    ):
        assert main(["import", str(case), name]) == 1
        assert words in capfd.readouterr().err
