"""The bundled faces: loading them in two goes, and the fonts of the type scale."""

from functools import lru_cache
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase

from evidence_board.paths import resource
from evidence_board.ui.tokens import load_tokens

FontRole = Literal[
    "caption",
    "badge",
    "meta",
    "small",
    "control",
    "body",
    "cardTitle",
    "panelTitle",
    "statement",
    "reader",
    "display",
]

# What the first paint of a window needs; a window must not wait for 5 MB of Hangul.
FIRST_FACES = (
    "IBMPlexSans_400Regular.ttf",
    "IBMPlexSans_500Medium.ttf",
    "IBMPlexSans_600SemiBold.ttf",
)


def load_fonts() -> None:
    """Load the faces of the first paint. Call once, before the first widget."""
    for face in FIRST_FACES:
        _load(face)


def load_other_fonts() -> None:
    """Load the remaining faces, also of other scripts. Call after first paint."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        if path.name not in FIRST_FACES:
            _load(path.name)


def scaled_font(role: FontRole, scale: float = 1.0) -> QFont:
    """Return the font of a role of the type scale, in pixels times ``scale``; the caller's own."""
    return QFont(_font_of(role, scale))


@lru_cache(maxsize=64)
def _font_of(role: FontRole, scale: float) -> QFont:
    """Return the same, made once: rows of lists ask for theirs at each painting."""
    step = load_tokens("light").type_role(role)
    font = QFont(list(step.families))
    font.setPixelSize(pixels(step.size, scale))
    font.setWeight(QFont.Weight(step.weight))
    return font


def mono_font(scale: float = 1.0, size: float = 11, weight: int = 400) -> QFont:
    """Return the font of hashes and grades; the caller's own."""
    return QFont(_mono_font_of(scale, size, weight))


@lru_cache(maxsize=64)
def _mono_font_of(scale: float, size: float, weight: int) -> QFont:
    """Return the same, made once: each row of a list has a grade."""
    font = QFont(list(load_tokens("light").families("mono")))
    font.setPixelSize(pixels(size, scale))
    font.setWeight(QFont.Weight(weight))
    return font


def pixels(length: float, scale: float) -> int:
    """Return a length in whole pixels, halves up; what is drawn at all keeps one pixel."""
    whole = int(length * scale + 0.5)
    return max(whole, 1) if length > 0 else whole


def _load(face: str) -> None:
    path = resource("fonts", face)
    if QFontDatabase.addApplicationFont(str(path)) < 0:
        raise RuntimeError(f"a shipped font cannot be read: {path.name}")
