"""Pictures for tests: honest ones in each format, and PNGs put together byte by byte."""

import struct
import zlib
from io import BytesIO
from itertools import pairwise

from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG with its checksum."""
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(
    width: int, height: int, *, rows: int | None = None, color: bytes = b"\x30\x80\x50"
) -> bytes:
    """Return a PNG of one colour; ``rows`` are in it, however many its header says."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = b"\0" + color * width
    packed = b"".join(packer.compress(row) for _ in range(height if rows is None else rows))
    packed += packer.flush()
    return SIGNATURE + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def bomb() -> bytes:
    """Return a PNG of 50 kB that says it has 60,000 x 60,000 pixels, and holds a part of them."""
    return png(60_000, 60_000, rows=300)


def drawn(kind: str, size: tuple[int, int] = (64, 48), **how: object) -> bytes:
    """Return a picture of rising tones in a format of Pillow's."""
    made = BytesIO()
    tones = Image.linear_gradient("L").resize(size).convert("RGB")
    tones.save(made, kind, **how)
    return made.getvalue()


def moving(frames: int = 3) -> bytes:
    """Return a GIF of several pictures."""
    made = BytesIO()
    first, *others = [Image.new("RGB", (20, 10), (place * 40, 90, 20)) for place in range(frames)]
    first.save(made, "GIF", save_all=True, append_images=others)
    return made.getvalue()


def turned(orientation: int) -> bytes:
    """Return a JPEG of 40 x 20 that says how it is to be turned."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return drawn("JPEG", (40, 20), exif=exif)


def pixel(rgba: bytes, width: int, x: int, y: int) -> tuple[int, ...]:
    """Return one pixel of a scaled picture."""
    start = (y * width + x) * 4
    return tuple(rgba[start : start + 4])


def is_rising(tones: list[int]) -> bool:
    """Say whether each tone is at least as bright as the one before."""
    return all(before <= after for before, after in pairwise(tones))
