"""How a question and its answer travel through a pipe: two lengths, a header, a body."""

import struct
from typing import BinaryIO

_LENGTHS = struct.Struct(">II")
_PROGRESS = struct.Struct(">QQ")


def frame(header: bytes, body: bytes) -> bytes:
    """Return header and body as they are written to the pipe."""
    return _LENGTHS.pack(len(header), len(body)) + header + body


def missing(received: bytes | bytearray) -> int:
    """Return how many bytes are at least still to come, 0 when the frame is whole."""
    if len(received) < _LENGTHS.size:
        return _LENGTHS.size - len(received)
    header, body = _lengths(received)
    return max(0, _LENGTHS.size + header + body - len(received))


def parts_of(received: bytes) -> tuple[bytes, bytes]:
    """Return header and body of a whole frame."""
    middle = _LENGTHS.size + _lengths(received)[0]
    return received[_LENGTHS.size : middle], received[middle:]


def taken_off(received: bytearray) -> tuple[bytes, bytes]:
    """Return header and body of the whole frame with which this begins, and leave what follows."""
    size = _LENGTHS.size + sum(_lengths(received))
    whole = bytes(received[:size])
    del received[:size]
    return parts_of(whole)


def progress(done: int, total: int) -> bytes:
    """Return the body of a frame without a header, which says how far an answer is."""
    return _PROGRESS.pack(done, total)


def progress_of(body: bytes) -> tuple[int, int]:
    """Return what such a body says."""
    done, total = _PROGRESS.unpack(body)
    return int(done), int(total)


def read_frame(pipe: BinaryIO) -> tuple[bytes, bytes] | None:
    """Return header and body of the next frame of a pipe, or None where it has ended."""
    lengths = pipe.read(_LENGTHS.size)
    if len(lengths) < _LENGTHS.size:
        return None
    header, body = _lengths(lengths)
    return pipe.read(header), pipe.read(body)


def _lengths(received: bytes | bytearray) -> tuple[int, int]:
    header, body = _LENGTHS.unpack_from(received)
    return int(header), int(body)
