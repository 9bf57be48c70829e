"""A brief as PDF/A-3a and PDF/UA-1, typeset by Typst from fixed templates and plain values.

Nothing of a case is ever spliced into markup: it reaches the templates as JSON, where text is
text. The templates see their own folder only, no network, no fonts but the bundled ones.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import cache

import typst

from evidence_board.brief.content import Brief
from evidence_board.brief.parts.boards import Boards
from evidence_board.brief.parts.lineage import LineageFigures
from evidence_board.model.brief_plan import Paper
from evidence_board.paths import resource
from evidence_board.typeset import lineage
from evidence_board.typeset.attachment import Attachment
from evidence_board.typeset.characters import StandIns
from evidence_board.typeset.drawing import drawings_of
from evidence_board.typeset.endings import clear_endings
from evidence_board.typeset.errors import TypesetError
from evidence_board.typeset.faces import font_folder
from evidence_board.typeset.icons import kind_icons
from evidence_board.typeset.plain import Json, anchors_of, plain
from evidence_board.typeset.sheets import ROOMS
from evidence_board.typeset.tokens import tokens


def pdf(brief: Brief, *, at: str, attached: Sequence[Attachment] = ()) -> bytes:
    """Return the brief as a PDF; the same brief, time and attachments give the same bytes.

    `at` is ISO 8601 in UTC. Raises TypesetError.
    """
    template = resource("templates", "brief")
    values = {**values_of(brief), "attached": [asdict(one) for one in attached]}
    try:
        made = typst.compile(
            template / "main.typ",
            root=template,
            font_paths=fonts(),
            format="pdf",
            sys_inputs={name: json.dumps(value) for name, value in values.items()},
            pdf_standards=["a-3a", "ua-1"],
            timestamp=_moment(at),
        )
    except typst.TypstError as error:
        raise TypesetError(f"The brief could not be typeset: {error.message}") from error
    assert isinstance(made, bytes)  # without an output path the bytes come back
    return clear_endings(made)


def values_of(brief: Brief) -> dict[str, Json]:
    """Return all that the templates are given, every text printable."""
    stand_ins = StandIns()
    content = plain(replace(brief, parts=()), stand_ins.printed)
    assert isinstance(content, dict)
    content["parts"] = [
        {"name": part.name, "content": plain(_drawn(part.content, brief.paper), stand_ins.printed)}
        for part in brief.parts
    ]
    content["stand_ins"] = [
        {"name": name, "count": count} for name, count in sorted(stand_ins.counts.items())
    ]
    content["anchors"] = anchors_of(content["parts"])
    return {"brief": content, "tokens": tokens(), "icons": dict(kind_icons())}


def _drawn(part: object, paper: Paper) -> object:
    """Return a part as the templates take it: what is drawn as drawings in pt."""
    room = ROOMS[paper]
    if isinstance(part, LineageFigures):
        sheets = [lineage.drawings_of(figure, room) for figure in part.figures]
        return {"drawings": [one for several in sheets for one in several]}
    if isinstance(part, Boards):
        return {"drawings": [one for figure in part.figures for one in drawings_of(figure, room)]}
    return part


def _moment(at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        raise TypesetError(f"{at} is not a time such as 2026-01-01T00:00:00Z.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@cache
def fonts() -> typst.Fonts:
    """Return the bundled fonts, and no others."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font_folder())]
    )
