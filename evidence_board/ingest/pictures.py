"""Pictures, read with Pillow. What comes from outside is read in the worker process only."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

# All that may be needed is loaded now: the worker opens no file once it has begun.
from PIL import (
    BmpImagePlugin,  # noqa: F401 - loaded before the worker shuts its doors
    GifImagePlugin,  # noqa: F401 - loaded before the worker shuts its doors
    Image,
    ImageOps,
    JpegImagePlugin,  # noqa: F401 - loaded before the worker shuts its doors
    MpoImagePlugin,  # noqa: F401  # what many cameras write as JPEG
    PngImagePlugin,  # noqa: F401 - loaded before the worker shuts its doors
    TiffImagePlugin,  # noqa: F401 - loaded before the worker shuts its doors
    WebPImagePlugin,  # noqa: F401 - loaded before the worker shuts its doors
)

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.exif import told_by
from evidence_board.ingest.formats import format_of

MOST_PIXELS = 64_000_000
"""How many pixels a picture may have."""

_READ = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "DIB", "TIFF")
_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)
_PNG_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))
_ADAM7_LAST = (0, 1, 1, 2)

Image.preinit()  # it loads some formats more when it first opens something
# Ours is asked before anything is decoded, and says more.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True)
class Scaled:
    """A picture for display: bytes of red, green, blue, alpha, colours premultiplied by alpha."""

    width: int
    height: int
    rgba: bytes


def examine(name: str, original: bytes) -> str:
    """Decode a whole picture; return what is to be remarked of it, such as "PNG, 640 × 480 px".

    The size is that in which it is shown, turned as it says. Refused says what is wrong with it.
    """
    with opened(name, original) as picture:
        _check_data(name, original)
        frames = int(getattr(picture, "n_frames", 1))
        picture.load()
        width, height = picture.size
        if picture.getexif().get(_ORIENTATION) in _ON_ITS_SIDE:
            width, height = height, width
        told = told_by(picture)
    found = format_of(original)
    remark = f"{found.name if found else 'Picture'}, {width} × {height} px"
    if frames > 1:
        remark += f", the first of {frames:,} pictures in the file"
    return f"{remark}. {told}" if told else remark


def scale(name: str, original: bytes, side: int) -> Scaled:
    """Return a picture of which the longer side has at most ``side`` pixels."""
    with opened(name, original) as picture:
        picture.draft("RGB", (side, side))
        plain = _plain(picture)
        plain.thumbnail((side, side), Image.Resampling.LANCZOS, reducing_gap=2.0)
        plain.info["exif"] = picture.info.get("exif", b"")
        turned = ImageOps.exif_transpose(plain).convert("RGBA").convert("RGBa")
        return Scaled(*turned.size, turned.tobytes())


def upright(name: str, original: bytes) -> Image.Image:
    """Return a whole picture, turned as it says; Refused says what is wrong with it."""
    with opened(name, original) as picture:
        plain = _plain(picture)
        plain.info["exif"] = picture.info.get("exif", b"")
        turned = ImageOps.exif_transpose(plain)
        turned.load()
        return turned


@contextmanager
def opened(name: str, original: bytes) -> Iterator[Image.Image]:
    """Lend a picture, of which nothing but the header is read yet; Refused if it is too large."""
    try:
        with Image.open(BytesIO(original), formats=_READ) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise Refused(
                    f"“{name}” has {width:,} × {height:,} pixels, more than the "
                    f"{MOST_PIXELS // 1_000_000} million that are read. Save it smaller and add "
                    "that."
                )
            yield picture
    except Refused:
        raise
    except Exception as problem:  # decoders of hostile bytes raise what they like
        raise Refused(
            f"“{name}” is cut off or damaged and cannot be shown. Get it again from where it came."
        ) from problem


def _plain(picture: Image.Image) -> Image.Image:
    """Return a picture in colours or greys that can be shown."""
    plain: Image.Image = picture
    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        plain = _in_eight_bits(picture)
    if plain.mode not in ("L", "RGB", "RGBA"):
        plain = plain.convert("RGBA" if plain.has_transparency_data else "RGB")
    return plain


def _in_eight_bits(picture: Image.Image) -> Image.Image:
    """Return a picture of deep greys with its own range from black to white."""
    wide = picture.convert("F")
    least, most = wide.getextrema()
    assert isinstance(least, float)
    assert isinstance(most, float)
    step = 255 / (most - least) if most > least else 0.0
    return wide.point(lambda grey: grey * step + (-least * step)).convert("L")


def _check_data(name: str, original: bytes) -> None:
    """Refuse a PNG or GIF whose data are less, or other, than its header says.

    Pillow takes these without a word: it leaves rows black, or passes over frames.
    """
    if original.startswith(b"GIF"):
        if not original.rstrip(b"\0").endswith(b";"):
            raise ValueError("no trailer")
    elif original.startswith(b"\x89PNG"):
        header, packed = _chunks(original)
        unpacker, size, left = zlib.decompressobj(), 0, packed
        wanted = _bytes_in(header)
        while left and size <= wanted:
            size += len(unpacker.decompress(left, 1 << 20))
            left = unpacker.unconsumed_tail
        if size != wanted:
            raise Refused(
                f"“{name}” says in its header that it is larger or smaller than it is, and is not "
                "taken. Get it again from where it came."
            )


def _chunks(original: bytes) -> tuple[bytes, bytes]:
    """Return header and packed data of a PNG; ValueError where a chunk is damaged or missing."""
    place, packed, header = 8, bytearray(), b""
    while True:
        size = int.from_bytes(original[place : place + 4], "big")
        kind, body = original[place + 4 : place + 8], original[place + 8 : place + 8 + size]
        end = place + 12 + size
        if zlib.crc32(kind + body) != int.from_bytes(original[end - 4 : end], "big"):
            raise ValueError("a damaged chunk")
        if len(kind) < 4 or end > len(original):
            raise ValueError("a missing chunk")
        if kind == b"IEND":
            return header, bytes(packed)
        if kind == b"IHDR":
            header = body
        elif kind == b"IDAT":
            packed += body
        place = end


def _bytes_in(header: bytes) -> int:
    """Return how many bytes the rows of a PNG take, each with the byte of its filter."""
    width, height = int.from_bytes(header[:4], "big"), int.from_bytes(header[4:8], "big")
    bits = header[8] * _PNG_CHANNELS[header[9]]
    passes = (*_ADAM7, _ADAM7_LAST) if header[12] else ((0, 0, 1, 1),)
    size = 0
    for left, top, across, down in passes:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            size += rows * (1 + (columns * bits + 7) // 8)
    return size
