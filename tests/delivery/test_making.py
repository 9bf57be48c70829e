"""Making a brief beside the window: the same bytes, whole or not at all, whatever happens."""

import hashlib
import multiprocessing
import resource
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evidence_board.brief.issuing import issue_of
from evidence_board.brief.mirror import News, Rows
from evidence_board.brief.redaction import Redaction
from evidence_board.delivery.making import Made, Wanted, making
from evidence_board.delivery.ordering import ordered
from evidence_board.model.issue import Issue
from evidence_board.model.kinds import KINDS
from evidence_board.typeset.forms import made
from evidence_board.verbs.verb import result
from tests.brief.harbour import AT, Held, harbour


def told(held: Held) -> News:
    """Return all records as a window tells them."""
    tables = (
        Rows(kind.table, tuple([getattr(one, name) for one in held.all(kind)] for name in names))
        for kind in KINDS
        for names in [tuple(kind.model_fields)]
    )
    return News(rows=tuple(tables))


EVERYTHING = told(harbour())


def children() -> list[str]:
    return [one.name for one in multiprocessing.active_children()]


def files(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.mark.parametrize("form", ["pdf", "md"])
def test_it_makes_what_the_command_line_makes(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"brief.{form}"
    done = result(making(EVERYTHING, Wanted(path, AT, form)))
    order = ordered(harbour(), at=AT)
    assert path.read_bytes() == made(form, order.brief, order.attached())
    assert done == Made(hashlib.sha256(path.read_bytes()).hexdigest())
    assert files(tmp_path) == [path.name]
    assert children() == []


def test_an_issue_comes_with_what_the_project_keeps_of_it(tmp_path: Path) -> None:
    path = tmp_path / "two.md"
    done = result(making(EVERYTHING, Wanted(path, AT, "md", issue=2, by="Ada")))
    issue = Issue.stored(dict(done.issue))
    expected = issue_of(harbour(), number=2, at=AT, by="Ada", form="md")
    assert issue == expected.replace(id=issue.id, file_name="two.md", sha256=done.sha256)


def test_what_was_there_stays_until_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text("mine", encoding="utf-8")
    steps = making(EVERYTHING, Wanted(path, AT, "md"))
    for _ in range(3):
        next(steps)
        assert path.read_text(encoding="utf-8") == "mine"
    steps.close()
    assert path.read_text(encoding="utf-8") == "mine"
    assert files(tmp_path) == ["brief.md"]


def while_it_starts(steps: Iterator[tuple[int, int]]) -> None:
    """Go on until a process is there, which does not listen yet."""
    while not children():
        next(steps)


def while_it_is_told(steps: Iterator[tuple[int, int]]) -> None:
    """Go on until the process has heard of some records."""
    while next(steps)[1] == 0:
        pass


def while_it_works(steps: Iterator[tuple[int, int]]) -> None:
    """Go on until the process has heard of all records."""
    while_it_is_told(steps)
    while next(steps)[1] != 0:
        pass


@pytest.mark.parametrize("until", [while_it_starts, while_it_is_told, while_it_works])
def test_cancelled_at_any_time_it_ends_and_leaves_no_file(
    tmp_path: Path, until: Callable[[Iterator[tuple[int, int]]], None]
) -> None:
    steps = making(EVERYTHING, Wanted(tmp_path / "brief.pdf", AT))
    until(steps)
    assert len(children()) == 1
    steps.close()
    assert children() == []
    assert files(tmp_path) == []


def test_not_begun_it_starts_no_process(tmp_path: Path) -> None:
    steps = making(EVERYTHING, Wanted(tmp_path / "brief.pdf", AT))
    next(steps)
    assert children() == []
    steps.close()
    assert files(tmp_path) == []


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Let files of 4 kB be written at most, by this process and those that it starts."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("small_disk")
def test_a_disk_without_room_leaves_no_part_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    with pytest.raises(OSError, match="too large"):
        result(making(EVERYTHING, Wanted(path, AT)))
    assert files(tmp_path) == []


def test_a_place_that_takes_no_file_keeps_what_it_has(tmp_path: Path) -> None:
    taken = tmp_path / "brief.md"
    taken.mkdir()
    with pytest.raises(OSError, match="that is a folder, not a file"):
        result(making(EVERYTHING, Wanted(taken, AT, "md")))
    assert files(tmp_path) == ["brief.md"]


def test_a_folder_that_is_not_there_is_told_before_a_process_starts(tmp_path: Path) -> None:
    steps = making(EVERYTHING, Wanted(tmp_path / "gone" / "brief.pdf", AT))
    next(steps)
    with pytest.raises(FileNotFoundError):
        next(steps)
    assert children() == []


def test_what_cannot_be_blacked_out_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    wish = Redaction(words=("brief",))
    with pytest.raises(ValueError, match="The name of the file has “brief” in it"):
        result(making(EVERYTHING, Wanted(tmp_path / "brief.pdf", AT, wish=wish)))
    assert files(tmp_path) == []
