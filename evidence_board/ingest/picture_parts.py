"""Parts of a picture at any size: it is decoded once and kept for the next question."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from PIL import Image

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.pictures import upright

_MOST_PIXELS = 16_000_000


@dataclass
class Easel:
    """The picture that was asked about last, decoded and turned as it says."""

    sign: str = ""
    picture: Image.Image | None = None

    def take(self, name: str, sign: str, original: bytes) -> Image.Image | None:
        """Return the picture with a sign; None where it is not here and no bytes are given."""
        if sign != self.sign or self.picture is None:
            self.sign, self.picture = "", None
            if not original:
                return None
            self.picture = upright(name, original)
            self.sign = sign
        return self.picture


def answer(easel: Easel, asked: Mapping[str, str], original: bytes) -> tuple[bytes, bytes]:
    """Return header and body of the answer to a question, which are those about pages of a PDF.

    A picture is one page without words, as large as it has pixels.
    """
    picture = easel.take(asked["name"], asked["document"], original)
    if picture is None:
        return json.dumps({"missing": True}).encode(), b""
    if asked["about"] == "sizes":
        return json.dumps({"sizes": [picture.size]}).encode(), b""
    if asked["about"] == "words":
        return json.dumps({"text": ""}).encode(), b""
    return _part(picture, asked)


def _part(picture: Image.Image, asked: Mapping[str, str]) -> tuple[bytes, bytes]:
    names = ("whole_width", "whole_height", "left", "top", "width", "height")
    whole_width, whole_height, left, top, width, height = (int(asked[name]) for name in names)
    inside = 0 <= left <= left + width <= whole_width and 0 <= top <= top + height <= whole_height
    if not (inside and 0 < width * height <= _MOST_PIXELS):
        raise Refused("A picture of so many pixels is not drawn.")
    across, down = picture.width / whole_width, picture.height / whole_height
    box = (left * across, top * down, (left + width) * across, (top + height) * down)
    drawn = picture.resize((width, height), Image.Resampling.BICUBIC, box).convert("RGBA")
    ground = Image.new("RGBA", drawn.size, (255, 255, 255, 255))
    ground.alpha_composite(drawn)
    return json.dumps({"width": width, "height": height}).encode(), ground.tobytes()
