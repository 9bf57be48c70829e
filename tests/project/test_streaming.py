"""An original goes piece by piece wherever it goes: memory does not grow with it."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from evidence_board.model.content import (
    PIECE,
    Bytes,
    Spool,
    Stretch,
    Stretches,
    digest_of,
    letters_of,
    pieces_of,
    whole,
)
from evidence_board.model.source import Source
from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from evidence_board.project.passages import passages
from evidence_board.project.project import Project

ROOT = Path(__file__).parents[2]
SMALL, LARGE = 2, 56
"""Sizes of originals, in MB; the larger one is near the most that a project keeps."""
MOST = 6 * 1024
"""So many kB more may be held where the original has 54 MB more."""


def _memory(folder: Path, megabytes: int) -> dict[str, int]:
    folder.mkdir()
    told = subprocess.run(
        [sys.executable, "-m", "tests.project.streamed", str(folder), str(megabytes)],
        cwd=ROOT,
        env={"XDG_DATA_HOME": str(folder / "data"), "PATH": ""},
        capture_output=True,
        check=True,
    )
    found: dict[str, int] = json.loads(told.stdout.splitlines()[-1])
    return found


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """Return how many kB more each act takes with a large original than with a small one."""
    folder = tmp_path_factory.mktemp("streamed")
    small, large = (_memory(folder / f"{size}", size) for size in (SMALL, LARGE))
    return {name: large[name] - small[name] for name in large}


def test_no_way_of_an_original_takes_memory_for_all_of_it(taken: dict[str, int]) -> None:
    assert {name for name, more in taken.items() if more > MOST} == set()


def test_bytes_set_aside_are_the_same_bytes() -> None:
    spool = Spool()
    given = [bytes([number]) * (PIECE + number) for number in (1, 2, 3)]
    kept = [spool.set_aside(one) for one in given]
    assert not any(isinstance(one, bytes) for one in kept)
    assert [whole(one) for one in kept] == given
    assert [digest_of(one) for one in kept] == [digest_of(one) for one in given]
    assert max(len(piece) for one in kept for piece in pieces_of(one)) == PIECE
    assert spool.set_aside(b"few") == b"few"


def test_letters_are_counted_across_pieces() -> None:
    text = "ä€😀" * 400_000
    assert letters_of(text.encode()) == len(text)
    with pytest.raises(UnicodeDecodeError):
        letters_of(b"cut off \xc3")


@pytest.mark.parametrize("step", [1, 2, 3, 7, 100])
def test_words_are_found_at_their_places_however_a_text_is_cut(step: int) -> None:
    text = "Äpfel, 😀 und so weiter: € 5."
    encoded = text.encode()
    pieces = [encoded[place : place + step] for place in range(0, len(encoded), step)]
    places = range(0, len(text) + 3, 2)
    spans = sorted([*pairwise(places), (0, len(text)), (3, 3), (len(text), len(text) + 9)])
    assert passages(pieces, spans) == [text[start:end] for start, end in spans]
    damaged = [b"\xff" + encoded[1:]]
    assert passages(damaged, [(0, 5)]) == [damaged[0].decode(errors="replace")[:5]]


def _keep(project: Project, content: Bytes, known: str = "", cut: Path | None = None) -> None:
    with project.transaction("Keep") as tx:
        tx.keep(content, known)
        tx.add(Source(title="One more"))
        if cut is not None:
            os.truncate(cut, PIECE)


def test_bytes_with_another_digest_than_was_said_are_not_kept(path: Path) -> None:
    project = Project.open(path)
    for content in (b"some bytes", b"many bytes" * PIECE):
        with pytest.raises(ProjectError, match="stored copy differs from the original"):
            _keep(project, content, "0" * 64)
    assert not any(one.title == "One more" for one in project.all(Source))
    project.close()
    assert check(path) == ()


def test_bytes_that_are_gone_when_they_are_saved_are_told(path: Path, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_bytes(b"x" * 3 * PIECE)
    project = Project.open(path)
    with pytest.raises(ProjectError, match="could not be read a second time"):
        _keep(project, Stretch(Stretches(there.open("rb")), 0, 3 * PIECE), cut=there)
    project.close()
    assert check(path) == ()
