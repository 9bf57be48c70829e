"""The pictures of marked parts as a file that travels in a brief, with the project."""

import json
from base64 import b64decode, b64encode
from collections.abc import Generator

from evidence_board.brief.crops import Crop, Crops, size_of
from evidence_board.ingest.draft import Refused
from evidence_board.ingest.pages import PageReader, Part
from evidence_board.ingest.png import png_of
from evidence_board.ingest.process import Worker, WorkerGone

FORMAT = "evidence-board-pictures/1"
_LARGEST = 120_000_000
_HEADER = 24
_MOST_PIXELS = 4_000_000


def to_text(crops: Crops) -> str:
    """Return the pictures as JSON, by the ids of their excerpts; ValueError if too large."""
    told = {id: b64encode(crops[id].png).decode() for id in sorted(crops) if crops[id].png}
    text = json.dumps({"format": FORMAT, "pictures": told}, indent=1) + "\n"
    if len(text) > _LARGEST:
        raise ValueError(
            "The pictures of marked parts are too large to travel in a brief. Leave the project "
            "out, and send its file instead."
        )
    return text


def from_text(text: bytes) -> dict[str, bytes]:
    """Return the pictures in JSON that may be anything, as bytes that may be anything.

    ValueError where it is no such file.
    """
    if len(text) > _LARGEST:
        raise ValueError
    try:
        told = json.loads(text)
    except RecursionError:
        raise ValueError from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ValueError
    held = told.get("pictures")
    if not isinstance(held, dict) or not all(isinstance(one, str) for one in held.values()):
        raise ValueError
    return {id: b64decode(one, validate=True) for id, one in held.items()}


def sound(png: bytes) -> Generator[tuple[int, int], None, bool]:
    """Return whether bytes are what this program writes of some pixels; a worker decodes them."""
    if len(png) < _HEADER:
        return False
    width, height = size_of(png)
    if not 0 < width * height <= _MOST_PIXELS:
        return False
    with Worker("picture") as worker:
        reader = PageReader(worker, "picture", Crop(png).sha256)
        try:
            part = Part(1, (width, height), 0, 0, width, height)
            drawn = yield from reader.drawing(part, png)
        except (Refused, WorkerGone):
            return False
    return png_of(width, height, drawn.rgba) == png
