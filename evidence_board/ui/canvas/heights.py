"""How high a card is when its height follows its text."""

from collections.abc import Sequence

import numpy as np

from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.record import Record
from evidence_board.project.project import Project
from evidence_board.ui.canvas.card_picture import (
    MAT,
    capture_of_picture,
    height_of_picture,
    is_picture,
)
from evidence_board.ui.canvas.cards.dress import TAGS_ROW
from evidence_board.ui.canvas.cards.image import MOST_LINES, STRIP_END, STRIP_GAP
from evidence_board.ui.canvas.cards.parts import (
    HEADER,
    HEADER_GAP,
    MOST_TITLE_LINES,
    PAD_BOTTOM,
    PAD_LEFT,
    PAD_RIGHT,
    PAD_TOP,
    ROW_GAP,
)
from evidence_board.ui.canvas.faces import CARD_KINDS, has_badge, has_tags, kind_of, title_of
from evidence_board.ui.canvas.geometry import Area, Floats, Ints
from evidence_board.ui.canvas.lettering import Lettering, Role
from evidence_board.ui.canvas.measuring import line_counts
from evidence_board.ui.canvas.signs import BADGE_HEIGHT

PILL, ACTOR, SHEET, TALLEST_IMAGE = 48.0, 52.0, 64.0, 320.0
BADGE_ROW = ROW_GAP + BADGE_HEIGHT
"""What a claim is higher by for telling its origins."""
_STRIP = STRIP_GAP + HEADER + HEADER_GAP + STRIP_END
_FRAMING = PAD_TOP + HEADER + HEADER_GAP + PAD_BOTTOM
_STYLES: dict[str, tuple[Role, float, int]] = {
    "claim": ("cardTitle", PAD_LEFT + PAD_RIGHT, MOST_TITLE_LINES),
    "hypothesis": ("cardTitle", PAD_LEFT + PAD_RIGHT, MOST_TITLE_LINES),
    "gap": ("cardTitle", PAD_LEFT + PAD_RIGHT, MOST_TITLE_LINES),
    "excerpt": ("excerpt", 17 + PAD_RIGHT, 8),
    "note": ("body", 13 + PAD_RIGHT, 12),
    "indicator": ("body", 13 + PAD_RIGHT, 12),
}
"""Per kind: the role of its words, what is left free beside them, and the most lines."""


def box_of(card: Card, project: Project, lettering: Lettering) -> Area:
    """Return where a card lies, x, y, width, height: as high as it was pulled, or as its text."""
    record = project.find(card.record)
    badged, tagged = has_badge(record, project), has_tags(card.record, project)
    size = size_of_picture(record, project)
    height = height_of(record, card.width, badged, lettering, tagged=tagged, picture=size)
    return card.x, card.y, card.width, max(card.height, height)


def size_of_picture(record: Record | None, project: Project) -> tuple[int, int] | None:
    """Return width and height of the picture that a record is; None of what is none."""
    capture = capture_of_picture(record, project)
    return capture.picture_size if capture is not None else None


def height_of(
    record: Record | None,
    width: float,
    badged: bool,
    lettering: Lettering,
    *,
    tagged: bool = False,
    picture: tuple[int, int] | None = None,
) -> float:
    """Return the height of a record's card of a width, px at 100 %.

    ``badged`` says whether a claim tells its origins, ``tagged`` whether there are tags to show,
    ``picture`` how large the picture is that is shown.
    """
    plain = height_of_words(kind_of(record), title_of(record), width, lettering)
    if is_picture(record):
        plain += height_of_picture(picture, width)
    tags = TAGS_ROW if tagged else 0.0
    return plain + _judged(record, badged, lettering.line("meta")) + tags


def height_of_words(kind: str, words: str, width: float, lettering: Lettering) -> float:
    """Return the height of a card of a kind that says nothing but these words.

    Of an image it is what stands under the picture, with the mat.
    """
    if kind == "image":
        lines = lettering.wrap("cardTitle", words, width - 2 * (MAT + 5), MOST_LINES)
        return MAT + _STRIP + max(len(lines), 1) * lettering.line("cardTitle")
    if kind in ("origin", "actor"):
        return PILL if kind == "origin" else ACTOR
    if kind not in _STYLES:
        return SHEET
    role, beside, most = _STYLES[kind]
    lines = lettering.wrap(role, words, width - beside, most)
    return _FRAMING + max(len(lines), 1) * lettering.line(role)


def heights_of_words(
    kinds: Ints, words: Sequence[str], widths: Floats, lettering: Lettering
) -> Floats:
    """Return for many cards what `height_of_words` does for one; ``kinds`` are their numbers."""
    heights: Floats = np.empty(len(kinds))
    for number in np.unique(kinds).tolist():
        kind, rows = CARD_KINDS[number], np.flatnonzero(kinds == number)
        if kind not in _STYLES and kind != "image":
            heights[rows] = height_of_words(kind, "", 0.0, lettering)
            continue
        role, beside, most = _STYLES.get(kind, ("cardTitle", 2 * (MAT + 5), MOST_LINES))
        framing = _FRAMING if kind in _STYLES else MAT + _STRIP
        told = words if len(rows) == len(words) else [words[row] for row in rows.tolist()]
        lines = line_counts(lettering, role, told, widths[rows] - beside, most)
        heights[rows] = framing + np.maximum(lines, 1) * lettering.line(role)
    return heights


def _judged(record: Record | None, badged: bool, line: float) -> float:
    if not isinstance(record, Claim):
        return 0.0
    height = 0.0
    if record.likelihood or record.confidence:
        height += ROW_GAP + line
    if badged:
        height += BADGE_ROW
    if record.unfinished:
        height += ROW_GAP + line
    return height
