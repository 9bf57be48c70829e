"""Work in a process of its own: given up it leaves nothing, and what ends it is told."""

import os
import tempfile
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path

import pytest

from evidence_board.project.beside import beside, parts_beside
from evidence_board.project.chain import ended
from evidence_board.project.errors import ProjectError
from evidence_board.project.telling import Progress


def _endless(folder: Path) -> Generator[Progress, None, None]:
    """Work in a folder that is removed in the end, and never come to it."""
    with tempfile.TemporaryDirectory(dir=folder):
        while True:
            yield 1, 2


def _refused(sentence: str) -> Generator[Progress, None, None]:
    yield 0, 1
    raise ProjectError(sentence)


def _killed() -> Generator[Progress, None, None]:
    yield 0, 1
    os._exit(3)


def test_work_that_is_given_up_removes_what_is_unfinished(tmp_path: Path) -> None:
    work = beside(partial(_endless, tmp_path))
    while next(work) != (1, 2):
        pass
    assert list(tmp_path.iterdir())
    work.close()
    assert not list(tmp_path.iterdir())


def test_a_refusal_comes_back_with_its_sentence() -> None:
    with pytest.raises(ProjectError, match="The disk is full"):
        ended(beside(partial(_refused, "The disk is full.")))


def test_a_process_that_ends_of_itself_is_told() -> None:
    with pytest.raises(ProjectError, match="Try later"):
        ended(beside(_killed, "It was not done. Try later."))


def _three_parts() -> Iterator[tuple[int, str]]:
    for number in range(3):
        yield number, "x" * 100_000


def test_parts_come_over_one_by_one_and_in_their_order() -> None:
    far: list[Progress] = []
    assert _all_of(parts_beside(_three_parts), far) == tuple(_three_parts())
    assert len(far) >= 3


def _all_of(
    steps: Generator[Progress, None, tuple[tuple[int, str], ...]], far: list[Progress]
) -> tuple[tuple[int, str], ...]:
    """Return what the work makes, and note how far it was."""

    def done() -> Generator[Progress, None, None]:
        made.extend((yield from steps))

    made: list[tuple[int, str]] = []
    far.extend(done())
    return tuple(made)


def _refused_after_a_part() -> Iterator[int]:
    yield 1
    raise ProjectError("There is no more of it.")


def test_what_is_refused_between_two_parts_is_told() -> None:
    with pytest.raises(ProjectError, match="no more of it"):
        list(parts_beside(_refused_after_a_part))
