"""A picture of plain pixels as a PNG: the same bytes for the same pixels."""

import struct
import zlib

_START = b"\x89PNG\r\n\x1a\n"
_EIGHT_BITS, _COLOURS = 8, 2


def png_of(width: int, height: int, rgba: bytes) -> bytes:
    """Return rows of red, green, blue and alpha (which is left out) as a PNG."""
    rgb = bytearray(width * height * 3)
    for channel in range(3):
        rgb[channel::3] = rgba[channel::4]
    across = width * 3
    rows = b"".join(b"\0" + rgb[top : top + across] for top in range(0, len(rgb), across))
    header = struct.pack(">IIBBBBB", width, height, _EIGHT_BITS, _COLOURS, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return _START + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    sum_of = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", sum_of)
