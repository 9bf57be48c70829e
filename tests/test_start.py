"""What is not needed for the first picture is loaded after it."""

import pytest

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
