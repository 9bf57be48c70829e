"""The drawings of boards as PNG, for forms that take pictures."""

import json
from collections.abc import Sequence

import typst

from evidence_board.paths import resource
from evidence_board.typeset.characters import StandIns
from evidence_board.typeset.drawing import Drawing
from evidence_board.typeset.errors import TypesetError
from evidence_board.typeset.icons import kind_icons
from evidence_board.typeset.pdf import fonts
from evidence_board.typeset.plain import Json, plain
from evidence_board.typeset.tokens import tokens

PPI = 160.0
"""So many pixels an inch of a drawing has."""


def pictures_of(drawings: Sequence[Drawing]) -> tuple[bytes, ...]:
    """Return a PNG for each drawing; raises TypesetError."""
    if not drawings:
        return ()
    template = resource("templates", "brief")
    shown = [plain(drawing, StandIns().printed) for drawing in drawings]
    values: dict[str, Json] = {
        "brief": {"drawings": list(shown)},
        "anchors": {},
        "tokens": tokens(),
        "icons": dict(kind_icons()),
    }
    try:
        made = typst.compile(
            template / "figures.typ",
            root=template,
            font_paths=fonts(),
            format="png",
            ppi=PPI,
            sys_inputs={name: json.dumps(value) for name, value in values.items()},
        )
    except typst.TypstError as error:
        raise TypesetError(f"The figures could not be drawn: {error.message}") from error
    return (made,) if isinstance(made, bytes) else tuple(bytes(page or b"") for page in made or ())
