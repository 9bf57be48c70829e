"""What is not needed for the first picture is loaded after it."""

import subprocess
import sys

import pytest

import dev
from tests.benchmarks.starting import Start, start

HEAVY = frozenset({"fontTools", "numpy", "pydantic", "sqlalchemy", "sqlmodel", "typst"})


@pytest.fixture(scope="module")
def begun() -> Start:
    """Start the program once, without a project."""
    return start("evidence_board.__main__")


def test_the_window_is_painted_before_the_heavy_libraries_are_loaded(begun: Start) -> None:
    assert begun.loaded & HEAVY == frozenset()


def test_the_verbs_are_not_loaded_for_a_window(begun: Start) -> None:
    assert "evidence_board.app" in begun.loaded
    assert "evidence_board.cli" not in begun.loaded


def test_the_parts_of_the_window_are_loaded_before_they_are_asked_for() -> None:
    """In the window's own thread they would stop it for a second.

    What sets type takes memory, and only processes beside the window do.
    """
    program = (
        "import sys; from pathlib import Path; from evidence_board.ui.background import prepare; "
        "prepare(Path('nowhere')); before = set(sys.modules); "
        "import evidence_board.ui.opening; print(sorted(set(sys.modules) - before)); "
        "print([one for one in ('fontTools', 'typst') if one in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=dev.ROOT
    )
    assert told.stdout.split() == ["[]", "[]"]
