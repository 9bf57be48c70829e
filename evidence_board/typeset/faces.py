"""What the bundled fonts have: characters they can draw, and how wide these are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from evidence_board.paths import resource


@dataclass(frozen=True)
class Face:
    """One font file: the characters that it has, and their widths in em."""

    name: str
    widths: Mapping[int, float]

    def has(self, text: str) -> bool:
        """Whether all characters of the text can be drawn with this face alone."""
        return all(ord(character) in self.widths for character in text)


def font_folder() -> Path:
    """Return where the bundled fonts are."""
    return resource("fonts")


@cache
def face(file_name: str) -> Face:
    """Return a bundled face by file name; read once."""
    with TTFont(font_folder() / file_name, lazy=True) as font:
        # Numbers for names: reading those of ten thousand glyphs takes longer than all the rest.
        font.setGlyphOrder([str(place) for place in range(font["maxp"].numGlyphs)])
        units = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        widths = {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}
    return Face(file_name, widths)


@cache
def regular_faces() -> tuple[Face, ...]:
    """Return the faces of which any text may take a character, one of each family."""
    names = sorted(path.name for path in font_folder().glob("*_400Regular.ttf"))
    return tuple(face(name) for name in names)


@cache
def common() -> frozenset[int]:
    """Return the characters that the regular faces have among them."""
    return frozenset(code for one in regular_faces() for code in one.widths)


@lru_cache(maxsize=1 << 16)
def width(text: str, size: float, file_name: str = "IBMPlexSans_600SemiBold.ttf") -> float:
    """Return how wide the text is at a size, in the unit of the size; kerning is left out."""
    own = face(file_name).widths
    return size * sum(_width(character, own) for character in text)


def _width(character: str, own: Mapping[int, float]) -> float:
    code = ord(character)
    if code in own:
        return own[code]
    if code in common():
        return next(one.widths[code] for one in regular_faces() if code in one.widths)
    # What no face has stands as its number in brackets.
    return sum(own[ord(sign)] for sign in f"[U+{code:04X}]")
