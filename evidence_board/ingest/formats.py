"""Kinds of pictures: told by their first bytes, and whether a file's name agrees with them."""

from dataclasses import dataclass
from pathlib import PurePath

from evidence_board.ingest.draft import Refused

_HEADERS_OF_BMP = (12, 40, 52, 56, 64, 108, 124)


@dataclass(frozen=True)
class PictureFormat:
    """A format that is read: its name, media type and the endings of its files, usual one first."""

    name: str
    media_type: str
    endings: tuple[str, ...]


PNG = PictureFormat("PNG", "image/png", (".png",))
JPEG = PictureFormat("JPEG", "image/jpeg", (".jpg", ".jpeg", ".jpe", ".jfif"))
GIF = PictureFormat("GIF", "image/gif", (".gif",))
WEBP = PictureFormat("WebP", "image/webp", (".webp",))
BMP = PictureFormat("BMP", "image/bmp", (".bmp", ".dib"))
TIFF = PictureFormat("TIFF", "image/tiff", (".tif", ".tiff"))

FORMATS = (PNG, JPEG, WEBP, GIF, TIFF, BMP)
"""Those that are read; where a program offers several, the first of them is taken."""

NOT_READ = {
    ".avif": "an AVIF picture",
    ".heic": "a HEIC picture",
    ".heif": "a HEIF picture",
    ".ico": "an icon",
    ".jxl": "a JPEG XL picture",
    ".psd": "a Photoshop picture",
    ".svg": "an SVG drawing",
    ".svgz": "an SVG drawing",
}
"""Endings of pictures that no reader here takes."""


def format_of(original: bytes) -> PictureFormat | None:
    """Return the format that the first bytes of a file tell; None where it is no picture."""
    start = original[:32]
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if start.startswith(b"\xff\xd8\xff"):
        return JPEG
    if start.startswith((b"GIF87a", b"GIF89a")) and 0 in start[6:13]:
        return GIF
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return WEBP
    if start.startswith((b"II*\0", b"MM\0*")):
        return TIFF
    if start.startswith(b"BM") and int.from_bytes(start[14:18], "little") in _HEADERS_OF_BMP:
        return BMP
    return None


def format_named(name: str) -> PictureFormat | None:
    """Return the format that the ending of a file's name tells."""
    ending = PurePath(name).suffix.lower()
    return next((one for one in FORMATS if ending in one.endings), None)


def picture_format(name: str, original: bytes) -> PictureFormat | None:
    """Return the format of a file that is a picture, None for any other file.

    Refused says that name and content disagree, or that no reader takes this kind of picture.
    """
    found, named = format_of(original), format_named(name)
    if found is None and named is None:
        kind = NOT_READ.get(PurePath(name).suffix.lower())
        if kind is not None:
            raise Refused(f"“{name}” is {kind}, which is not read here. Save it as PNG and add it.")
        return None
    if found is None and named is not None and original:
        raise Refused(
            f"“{name}” is named as a {named.name} picture but holds something else. Check what it "
            "is and name it so."
        )
    if found is not None and named is not None and found is not named:
        raise Refused(
            f"“{name}” is named as a {named.name} picture but holds a {found.name} one. Rename it "
            f"to end in {found.endings[0]} and add it again."
        )
    return found
