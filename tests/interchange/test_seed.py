"""The seed loader: keys become ids, words become offsets, what is wrong is named."""

import shutil
from collections import Counter
from pathlib import Path
from typing import TypeVar

import pytest

from evidence_board import paths
from evidence_board.interchange.document import BadDocument, Document
from evidence_board.interchange.seed import read_seed
from evidence_board.model.capture import Capture
from evidence_board.model.content import whole
from evidence_board.model.excerpt import CONTEXT, Excerpt
from evidence_board.model.record import Record

R = TypeVar("R", bound=Record)
FOLDER = paths.seed("arms-shipments")


@pytest.fixture(scope="module")
def case() -> Document:
    return read_seed(FOLDER)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / FOLDER.name))


def listed(case: Document, kind: type[R]) -> list[R]:
    return [record for record in case.records if isinstance(record, kind)]


def by_id(case: Document) -> dict[str, Record]:
    return {record.id: record for record in case.records}


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_folder_gives_the_same_document(case: Document) -> None:
    assert read_seed(FOLDER) == case


def test_all_references_resolve(case: Document) -> None:
    known = by_id(case)
    for record in case.records:
        for field, id in record.referenced():
            assert known[id].table in record.references[field]


def test_excerpts_hold_the_words_at_their_offsets_with_context(case: Document) -> None:
    captures = {one.id: one for one in listed(case, Capture)}
    for one in listed(case, Excerpt):
        text = whole(case.attachments[captures[str(one.capture)].text_sha256]).decode()
        assert text[one.start : one.end] == one.exact
        assert text.count(one.exact) == 1
        assert one.prefix == text[max(0, one.start - CONTEXT) : one.start]
        assert one.suffix == text[one.end : one.end + CONTEXT]


def test_words_that_two_records_quote_become_one_excerpt(case: Document) -> None:
    quoted = Counter((one.source, one.exact) for one in listed(case, Excerpt))
    assert set(quoted.values()) == {1}


def test_captures_hold_the_bytes_of_the_files(case: Document) -> None:
    for one in listed(case, Capture):
        original = (FOLDER / "sources" / one.file_name).read_bytes()
        assert case.attachments[one.sha256] == original
        assert (one.size, one.text_length) == (len(original), len(original.decode()))


def test_words_that_do_not_stand_in_the_text_are_named_with_the_file(copy: Path) -> None:
    replace(copy / "sources" / "bne.txt", "Russia denies that", "Russia disputes that")
    with pytest.raises(BadDocument, match=r"bne\.txt: “Russia denies.*0 times, not once"):
        read_seed(copy)


def test_words_that_stand_twice_are_refused(copy: Path) -> None:
    with (copy / "sources" / "et-reality.txt").open("a", encoding="utf-8") as text:
        text.write("Hundreds of containers went aboard at Rajin.\n")
    with pytest.raises(BadDocument, match=r"et-reality\.txt: “Hundreds.*2 times, not once"):
        read_seed(copy)


def test_words_of_a_source_without_a_file_are_refused(copy: Path) -> None:
    replace(copy / "sources.toml", 'file = "bne.txt"\n', "")
    with pytest.raises(BadDocument, match="the source “bne” without a file"):
        read_seed(copy)


def test_a_key_that_names_no_record_is_refused(copy: Path) -> None:
    replace(copy / "links.toml", 'to = "j-rail"', 'to = "j-road"')
    with pytest.raises(BadDocument, match="“j-road” names no record"):
        read_seed(copy)


def test_a_key_given_twice_is_refused(copy: Path) -> None:
    replace(copy / "claims.toml", 'key = "h-civil"', 'key = "h-show"')
    with pytest.raises(BadDocument, match="have the key “h-show”"):
        read_seed(copy)


def test_a_record_without_a_key_is_refused(copy: Path) -> None:
    replace(copy / "claims.toml", 'key = "h-civil"\n', "")
    with pytest.raises(BadDocument, match="A claim of the seed has no key"):
        read_seed(copy)


def test_an_assertion_without_a_chain_is_refused(copy: Path) -> None:
    replace(copy / "assertions.toml", 'chain = ["bne", "csis"]\n', "")
    with pytest.raises(BadDocument, match="An assertion has no chain"):
        read_seed(copy)


def test_a_table_that_is_not_known_is_refused(copy: Path) -> None:
    replace(copy / "notes.toml", "[[note]]", "[[remark]]")
    with pytest.raises(BadDocument, match="“remark” is not a table of a seed"):
        read_seed(copy)


def test_a_table_that_is_missing_is_named(copy: Path) -> None:
    replace(copy / "case.toml", "[capture]", "[project.capture]")
    with pytest.raises(BadDocument, match="has no table “capture”"):
        read_seed(copy)


@pytest.mark.parametrize("name", ["links.toml", "sources/bne.txt"])
def test_a_file_that_is_missing_or_broken_is_named(copy: Path, name: str) -> None:
    (copy / name).write_bytes(b"\xff = [")
    with pytest.raises(BadDocument, match=Path(name).name):
        read_seed(copy)
    (copy / name).unlink()
    with pytest.raises(BadDocument, match=Path(name).name):
        read_seed(copy)


def test_a_field_that_is_not_known_is_refused(copy: Path) -> None:
    replace(copy / "claims.toml", 'credibility = "2"', 'credibilty = "2"')
    with pytest.raises(BadDocument, match="credibilty"):
        read_seed(copy)
