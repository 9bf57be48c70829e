"""Ctrl+C, `kill`, closed and full outputs: one sentence, the right exit code, nothing left."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from evidence_board.__main__ import main

PROGRAM = (sys.executable, "-m", "evidence_board")
STOPPED = "Stopped. What was not finished was given up.\n"
AT = "2100-01-01T00:00:00Z"
OWN = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample case and a brief that carries it."""
    folder = tmp_path_factory.mktemp("stopping")
    case = str(folder / "case.evboard")
    assert main(["sample", case]) == 0
    assert main(["brief", case, "-o", str(folder / "a.pdf"), "--attach", "--at", AT]) == 0
    return folder


def hear_all() -> None:
    """Hear what whoever started the tests may let them ignore: a shell's background, `nohup`."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def begun(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Return a verb as a program with a terminal's group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "evidence_board", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hear_all,
        cwd=folder,
        env=OWN,
    )


def wait_for_its_worker(child: subprocess.Popen[bytes]) -> None:
    """Wait until it has started a process that works for it."""
    told = Path(f"/proc/{child.pid}/task/{child.pid}/children")
    while not told.read_text():
        assert child.poll() is None
        time.sleep(0.005)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_verb_that_is_stopped_while_it_writes_says_so(
    folder: Path, number: signal.Signals
) -> None:
    with begun(folder, "show", "case.evboard", "--json") as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(1)  # the rest fills the pipe, and it waits
        os.killpg(child.pid, number)
        assert child.stderr.read().decode() == STOPPED
    assert child.returncode == 128 + number


def test_only_the_verb_itself_says_that_it_was_stopped(folder: Path) -> None:
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    with begun(folder, "verify", "a.pdf", "case.evboard") as child:
        assert child.stderr is not None
        wait_for_its_worker(child)
        os.killpg(child.pid, signal.SIGINT)  # as a terminal does: to the worker, too
        assert child.stderr.read().decode() == STOPPED
    assert child.returncode == 130
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == before


def test_what_the_starter_lets_it_ignore_stays_ignored(folder: Path) -> None:
    command = ["-c", "trap '' HUP; exec \"$@\"", "sh", sys.executable, "-m", "evidence_board"]
    with subprocess.Popen(
        ["/bin/sh", *command, "show", "case.evboard", "--json"],
        stdout=subprocess.PIPE,
        cwd=folder,
        env=OWN,
    ) as child:
        assert child.stdout is not None
        child.stdout.read(1)
        child.send_signal(signal.SIGHUP)
        child.stdout.read()
    assert child.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "closed"),
    [
        (("show", "case.evboard"), "<&- >&-"),
        (("show", "case.evboard", "--json"), ">&- 2>&-"),
        (("verify", "a.pdf"), "<&- >&- 2>&-"),  # a process that it starts gets none of them either
    ],
)
def test_closed_outputs_are_no_fault(folder: Path, arguments: Sequence[str], closed: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {closed}', "sh", *PROGRAM, *arguments],
        cwd=folder,
        env=OWN,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("arguments", [("show",), ("show", "--json"), ("history",), ("origins",)])
def test_a_full_output_is_told_in_a_sentence(folder: Path, arguments: Sequence[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "evidence_board", *arguments, "case.evboard"],
            cwd=folder,
            env=OWN,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.stderr.startswith(b"The disk is full. What was to be written was given up.")
    assert done.stderr.count(b"\n") == 1
    assert done.returncode == 1
