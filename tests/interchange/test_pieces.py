"""A document as a file: written in pieces, read with its sealed bytes left where they are."""

import base64
import hashlib
import json
from io import BytesIO
from pathlib import Path

import pytest

from evidence_board.interchange import reading
from evidence_board.interchange.composing import pieces, to_text
from evidence_board.interchange.document import BadDocument, Document, to_plain
from evidence_board.interchange.lifting import lifted
from evidence_board.interchange.seed import read_seed
from evidence_board.interchange.writing import write
from evidence_board.model.content import PIECE, Spool, Stretches, whole
from evidence_board.paths import seed
from evidence_board.verbs.verb import result

BODIES = [b"", b"short", bytes(range(256)) * 20, bytes(range(251)) * 20_000]


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


@pytest.fixture
def document() -> Document:
    return Document((), {_digest(body): body for body in BODIES})


def _read(path: Path) -> Document:
    return result(reading.read(path))


def _same(one: Document, other: Document) -> bool:
    bodies = [
        {name: whole(body) for name, body in each.attachments.items()} for each in (one, other)
    ]
    return one.records == other.records and bodies[0] == bodies[1]


def test_the_text_is_what_json_would_make_of_the_values() -> None:
    document = read_seed(seed("arms-shipments"))
    wanted = json.dumps(to_plain(document), ensure_ascii=False, indent=1) + "\n"
    assert to_text(document) == wanted
    assert to_text(Document(())) == json.dumps(to_plain(Document(())), indent=1) + "\n"


def test_a_document_comes_back_from_its_file(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    write(path, pieces(document))
    came = _read(path)
    assert _same(came, document)
    large = came.attachments[_digest(BODIES[-1])]
    assert not isinstance(large, bytes), "it stays in the file"
    assert large.size == len(BODIES[-1])
    assert max(map(len, large.pieces())) <= PIECE


def test_bytes_that_are_not_in_memory_are_written_too(tmp_path: Path) -> None:
    path, spool = tmp_path / "out.json", Spool()
    body = bytes(range(253)) * 10_000
    write(path, pieces(Document((), {_digest(body): spool.set_aside(body)})))
    assert whole(_read(path).attachments[_digest(body)]) == body


@pytest.mark.parametrize(
    ("indent", "separators"), [(None, (",", ":")), (7, (" ,\n", " \t:\n ")), (None, None)]
)
def test_the_form_of_the_text_does_not_matter(
    document: Document, tmp_path: Path, indent: int | None, separators: tuple[str, str] | None
) -> None:
    path = tmp_path / "other.json"
    path.write_text(json.dumps(to_plain(document), indent=indent, separators=separators))
    assert _same(_read(path), document)


def test_many_small_and_large_bytes_are_told_apart(tmp_path: Path) -> None:
    bodies = [b"%d" % place * (place * 37 % 9000) for place in range(400)]
    document = Document((), {_digest(body): body for body in bodies})
    path = tmp_path / "many.json"
    write(path, pieces(document))
    assert _same(_read(path), document)


def test_base64_with_escapes_is_read_as_text(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "escaped.json"
    path.write_text(to_text(document).replace("/", "\\/"))
    assert _same(_read(path), document)


def test_another_encoding_is_read_in_memory(document: Document, tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-8-sig"):
        path = tmp_path / f"{encoding}.json"
        path.write_text(to_text(document), encoding=encoding)
        assert _same(_read(path), document)


def test_words_like_those_of_bytes_stay_words() -> None:
    words = 'She said: "base64": "' + "A" * 9000 + '"'
    text = json.dumps({"question": words, 'odd "base64': words}).encode()
    *_, parted = lifted(Stretches(BytesIO(text)), 100_000)
    assert parted == (text, ())


def test_other_bytes_than_their_digest_says_are_marked_and_told(tmp_path: Path) -> None:
    path, told = tmp_path / "out.json", list[str]()
    body, claimed = b"x" * 6000, "0" * 64
    write(path, pieces(Document((), {claimed: body}), told.append))
    assert told == [claimed]
    (one,) = json.loads(path.read_text())["attachments"]
    assert one["altered"] == _digest(body)
    with pytest.raises(BadDocument, match="Attachment 1 differs from its SHA-256"):
        _read(path)


@pytest.mark.parametrize("body", ["%" * 5000, "A" * 4999, "QQ==" * 2000, "é" * 5000])
def test_what_is_no_base64_is_refused(tmp_path: Path, body: str) -> None:
    path = tmp_path / "bad.json"
    one = {"sha256": _digest(b"A" * 2000), "size": 1, "base64": body}
    plain = {"format": "evidence-board/1", "attachments": [one]}
    path.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(BadDocument, match="Attachment 1"):
        _read(path)


def test_a_number_in_the_place_of_bytes_gives_nobody_those_of_another(tmp_path: Path) -> None:
    path, body = tmp_path / "number.json", b"y" * 9000
    listed = [
        {"sha256": _digest(body), "base64": base64.b64encode(body).decode()},
        {"sha256": "1" * 64, "base64": 0},
    ]
    path.write_text(json.dumps({"format": "evidence-board/1", "attachments": listed}))
    with pytest.raises(BadDocument, match="Attachment 2 differs from its SHA-256"):
        _read(path)


def test_a_text_that_does_not_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "open.json"
    path.write_text('{"format": "evidence-board/1", "attachments": [{"base64": "' + "A" * 9000)
    with pytest.raises(BadDocument, match="not valid JSON"):
        _read(path)


def test_a_text_without_end_is_refused_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LONGEST", 3 * PIECE)
    path = tmp_path / "long.json"
    path.write_text(json.dumps({"format": "x" * 9 * PIECE}))
    with pytest.raises(BadDocument, match=r"long\.json is larger than any document"):
        _read(path)


def test_a_file_that_was_cut_meanwhile_is_an_error_of_the_disk(tmp_path: Path) -> None:
    path, body = tmp_path / "cut.json", b"z" * 9000
    write(path, pieces(Document((), {_digest(body): body})))
    content = _read(path).attachments[_digest(body)]
    with path.open("r+b") as file:
        file.truncate(100)
    with pytest.raises(OSError, match="cut off"):
        whole(content)
