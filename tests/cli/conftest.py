"""Running verbs: in this process, or in one of their own without a display, as scripts do."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from evidence_board.__main__ import main
from evidence_board.cli import WENT_WRONG


@dataclass(frozen=True)
class Done:
    """What a verb wrote."""

    stdout: bytes
    stderr: bytes


Run = Callable[..., Done]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Return what runs a verb in this process."""

    def run(*arguments: str | Path, code: int = 0) -> Done:
        capfdbinary.readouterr()
        ended = main([str(argument) for argument in arguments])
        told = capfdbinary.readouterr()
        assert ended == code, told.err.decode()
        return Done(told.out, told.err)

    return run


@pytest.fixture(scope="session")
def run_alone() -> Run:
    """Return what runs a verb in a process of its own, where Qt is not imported."""
    bare = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}

    def run_alone(*arguments: str | bytes | Path, code: int = 0, **more: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "evidence_board", *arguments],
            capture_output=True,
            check=False,
            env={**bare, "QT_QPA_PLATFORM": "no such platform", **more},
            timeout=60,
        )
        assert b"PySide6" not in done.stderr
        assert b"Traceback" not in done.stderr, done.stderr.decode()
        assert WENT_WRONG.encode() not in done.stderr, done.stderr.decode()
        lines = done.stderr.splitlines()
        told = b"\n".join(line for line in lines if not line.startswith(b"import time:"))
        assert done.returncode == code, told.decode()
        return Done(done.stdout, told)

    return run_alone
