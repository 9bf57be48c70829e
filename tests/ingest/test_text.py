"""Bytes become text strictly: as they stand, or not at all."""

import codecs

import pytest

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.text import decode


def refusal(original: bytes) -> str:
    with pytest.raises(Refused) as refused:
        decode("notes.txt", original)
    return str(refused.value)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\u2028", "\n\r\n", "\x0b\x0c\x85"])
def test_line_ends_stay_as_they_are(ends: str) -> None:
    assert decode("a", f"one{ends}two{ends}".encode()).text == f"one{ends}two{ends}"


def test_characters_are_not_normalised() -> None:
    words = "e\u0301 é ﬁ \u00a0 \U0001f6f0"
    assert decode("a", words.encode()).text == words


@pytest.mark.parametrize(
    ("mark", "encoding", "named"),
    [
        (codecs.BOM_UTF8, "utf-8", "UTF-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 (little endian)"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 (big endian)"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 (little endian)"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 (big endian)"),
    ],
)
def test_a_byte_order_mark_is_honoured_and_left_out(mark: bytes, encoding: str, named: str) -> None:
    decoded = decode("a", mark + "Škoda\r\n🛰".encode(encoding))
    assert decoded.text == "Škoda\r\n🛰"
    assert decoded.method == f"{named}, by its byte order mark, which is left out of the text"


def test_a_broken_encoding_is_refused_with_the_place_of_the_first_bad_byte() -> None:
    assert refusal("über".encode() + b"\nna\xefve and \xff") == (
        "“notes.txt” is not UTF-8: byte 9, in line 2, fits no character. "
        "Save it as UTF-8 and add it again."
    )


def test_the_place_counts_the_byte_order_mark() -> None:
    assert "byte 5, in line 1," in refusal(codecs.BOM_UTF8 + b"a\xff")
    assert "is not UTF-16 (little endian): byte 3 fits" in refusal(codecs.BOM_UTF16_LE + b"a")


@pytest.mark.parametrize("original", [b"GIF\0\x01\x02", b"abc\0"])
def test_bytes_that_are_zero_mean_no_text(original: bytes) -> None:
    assert "is not a text file" in refusal(original)


def test_a_zero_character_behind_a_mark_means_no_text() -> None:
    assert "character 2 is zero" in refusal(codecs.BOM_UTF16_LE + "a\0".encode("utf-16-le"))


def test_an_empty_file_and_one_of_blank_space_are_told_apart() -> None:
    assert refusal(b"") == "“notes.txt” is empty. Check whether it was saved."
    assert "only blank space" in refusal(b" \r\n\t\n")
    assert "only blank space" in refusal(codecs.BOM_UTF8)
