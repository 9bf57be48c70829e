"""Data of a PDF stream that ends with CR is told apart from the line end after it."""

from evidence_board.typeset.endings import clear_endings


def stream(data: bytes) -> bytes:
    head = f"7 0 obj\n<</Filter/FlateDecode/Length {len(data)}>>\nstream\n".encode()
    return b"%PDF-1.7\n" + head + data + b"\nendstream\nendobj\n8 0 obj\n<<>>\nendobj\n"


def test_data_that_ends_with_cr_gets_a_line_end_of_two() -> None:
    made = clear_endings(stream(b"abc\r"))
    assert b">>stream\nabc\r\r\nendstream" in made
    assert made.index(b"8 0 obj") == stream(b"abc\r").index(b"8 0 obj")


def test_all_other_bytes_stay() -> None:
    for data in (b"abc", b"", b"\n", b"a\r\nb", b"x\r\nendstream\nendobj\n9 0 obj\n<<>>"):
        assert clear_endings(stream(data)) == stream(data)


def test_words_that_read_like_the_head_of_a_stream_are_left() -> None:
    words = b"6 0 obj\n<</Alt(/Length 3\nstream\nab\r)>>\nendobj\n"
    made = clear_endings(words + stream(b"abc\r"))
    assert made == words + clear_endings(stream(b"abc\r"))


def test_streams_among_objects_without_any_are_told_apart_one_by_one() -> None:
    between = b"".join(
        b"%d 0 obj\n<</Title(A stream of grain)>>\nendobj\n" % n for n in range(9, 40)
    )
    made = between + stream(b"one\r") + between + stream(b"two") + between + stream(b"\r") + between
    cleared = clear_endings(made)
    assert cleared.count(b">>stream\n") == 2
    assert b"one\r\r\nendstream" in cleared
    assert b">>\nstream\ntwo\nendstream" in cleared
    assert len(cleared) == len(made)


def test_what_only_looks_like_a_stream_stays() -> None:
    odd = b"3 0 obj\n<</Title(>>\nstream\nabc\r\n)>>\nendobj\n"
    assert clear_endings(odd) == odd
    assert clear_endings(odd + stream(b"abc\r")) == odd + clear_endings(stream(b"abc\r"))
