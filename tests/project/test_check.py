"""Every kind of tampering is named, and looking for it changes nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from evidence_board.project.check import check


def _tamper(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        changed = connection.execute(statement).rowcount
        connection.commit()
    assert changed == 1, "one row is tampered with"


TAMPERINGS: dict[str, tuple[str, set[tuple[str, str]]]] = {
    "an edited row": (
        "UPDATE claim SET confidence = 'high' WHERE number = 2",
        {("row", "It differs from what the history says.")},
    ),
    "an edited text": (
        "UPDATE claim SET text = 'It stayed.' WHERE number = 2",
        {("row", "It differs from what the history says."), ("search", "Search does not know it.")},
    ),
    "a row removed": (
        "DELETE FROM link",
        {("row", "It is gone, though no step removed it.")},
    ),
    "a row slipped in": (
        "INSERT INTO tag VALUES ('t', 'slipped', '')",
        {("row", "It differs from what the history says.")},
    ),
    "the last step removed": (
        "DELETE FROM step WHERE seq = 6",
        {("reference", "It names a step that is not there.")},
    ),
    "an earlier step removed": (
        "DELETE FROM step WHERE seq = 3",
        {
            *(("reference", "It names a step that is not there."),),
            *(("history", "This step is missing."),),
            *(("history", "The step or one before it was changed."),),
            *(("row", "It differs from what the history says."),),
        },
    ),
    "a label edited": (
        "UPDATE step SET label = 'Other' WHERE seq = 4",
        {("history", "The step or one before it was changed.")},
    ),
    "a time edited": (
        "UPDATE step SET at = '2020-01-01T00:00:00Z' WHERE seq = 4",
        {("history", "The step or one before it was changed.")},
    ),
    "an author edited": (
        "UPDATE step SET author = 'Kim' WHERE seq = 4",
        {("history", "The step or one before it was changed.")},
    ),
    "a hash edited": (
        "UPDATE step SET hash = 'f' WHERE seq = 4",
        {("history", "The step or one before it was changed.")},
    ),
    "a change edited": (
        "UPDATE change SET after = replace(after, 'sailed', 'stayed') WHERE step = 4 AND seq = 0",
        {
            ("history", "The step or one before it was changed."),
            ("row", "It differs from what the history says."),
        },
    ),
    "a change removed": (
        "DELETE FROM change WHERE step = 5",
        {
            ("history", "The step or one before it was changed."),
            ("row", "It differs from what the history says."),
        },
    ),
    "a change that is no JSON": (
        "UPDATE change SET after = '{' WHERE step = 4 AND seq = 0",
        {("container", "It cannot be read")},
    ),
    "a step said to be undone": (
        "UPDATE step SET state = 'undone' WHERE seq = 5",
        {("row", "It differs from what the history says.")},
    ),
    "an original edited": (
        "UPDATE attachment SET bytes = zeroblob(size) WHERE sha256 IN (SELECT sha256 FROM capture)",
        {("hash", "The stored copy differs from its SHA-256.")},
    ),
    "a text edited": (
        "UPDATE attachment SET bytes = zeroblob(size) WHERE sha256 IN "
        "(SELECT text_sha256 FROM capture)",
        {
            ("hash", "The stored copy differs from its SHA-256."),
            ("excerpt", "Its words do not stand at its place in the source."),
            ("search", "Search does not know it."),
        },
    ),
    "an original removed": (
        "DELETE FROM attachment WHERE sha256 IN (SELECT sha256 FROM capture)",
        {("reference", "It names a attachment that is not there.")},
    ),
    "an excerpt moved": (
        'UPDATE excerpt SET start = start + 1, "end" = "end" + 1',
        {
            ("excerpt", "Its words do not stand at its place in the source."),
            ("row", "It differs from what the history says."),
        },
    ),
    "the search index emptied": (
        "DELETE FROM indexed WHERE seq = (SELECT max(seq) FROM indexed)",
        {
            ("search", "Search does not know it."),
            ("search", "Search finds a record that is not there."),
        },
    ),
    "words of the search index swapped": (
        "UPDATE search_data "
        "SET block = CAST(replace(CAST(block AS BLOB), 'ferry', 'fairy') AS BLOB) "
        "WHERE id = (SELECT max(id) FROM search_data WHERE instr(block, 'ferry'))",
        {("search", "Search would miss words, or find them elsewhere.")},
    ),
    "parts of words in the search index swapped": (
        "UPDATE parts_data SET block = substr(block, 1, length(block) - 3) "
        "WHERE id = (SELECT max(id) FROM parts_data)",
        {("search", "Search would miss words, or find them elsewhere.")},
    ),
    "a text that is left out of the parts of words": (
        "DELETE FROM parts_docsize WHERE id = (SELECT max(id) FROM parts_docsize)",
        {("search", "Search would miss words, or find them elsewhere.")},
    ),
    "a text of the search index edited": (
        "UPDATE search_content SET c0 = replace(c0, 'ferry', 'fairy') "
        "WHERE id = (SELECT max(id) FROM search_content WHERE instr(c0, 'ferry'))",
        {
            ("search", "Search does not know it."),
            ("search", "Search would miss words, or find them elsewhere."),
        },
    ),
}


def _found(path: Path) -> Iterator[tuple[str, str]]:
    for problem in check(path):
        assert problem.where
        text = "It cannot be read" if problem.text.startswith("It cannot be read") else problem.text
        yield problem.kind, text


def test_a_sound_project_has_no_problem_and_is_not_touched(path: Path) -> None:
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    assert check(path) == ()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("how", TAMPERINGS)
def test_tampering_is_named_and_nothing_is_changed(path: Path, how: str) -> None:
    statement, expected = TAMPERINGS[how]
    _tamper(path, statement)
    before = path.read_bytes()
    assert expected <= set(_found(path))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("place", range(200, 40_000, 1777))
def test_a_flipped_byte_never_ends_in_anything_but_a_list(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 0x10
    path.write_bytes(content)
    for problem in check(path):
        assert problem.text.endswith(".")
    assert path.read_bytes() == content
