"""A brief as PDF/A-3a and PDF/UA-1, typeset by Typst from fixed templates and plain values.

Nothing of a case is ever spliced into markup: it reaches the templates as JSON, where text is
text. The templates see their own folder only, no network, no fonts but the bundled ones.
"""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import typst

from evidence_board.brief.content import Brief
from evidence_board.paths import resource
from evidence_board.typeset.attachment import Attachment
from evidence_board.typeset.endings import clear_endings
from evidence_board.typeset.errors import TypesetError
from evidence_board.typeset.faces import font_folder
from evidence_board.typeset.folders import private_folder
from evidence_board.typeset.values import values_of


def pdf(brief: Brief, *, at: str, attached: Sequence[Attachment] = ()) -> bytes:
    """Return the brief as a PDF; the same brief, time and attachments give the same bytes.

    `at` is ISO 8601 in UTC. Raises TypesetError.
    """
    values = {**values_of(brief), "attached": [asdict(one) for one in attached]}
    try:
        with _root(brief.files) as root:
            made = typst.compile(
                root / "main.typ",
                root=root,
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


@contextmanager
def _root(files: Mapping[str, bytes]) -> Iterator[Path]:
    """Lend the folder of the templates; where there are pictures, a private copy with them."""
    template = resource("templates", "brief")
    if not files:
        yield template
        return
    folder = private_folder()
    try:
        root = folder / "brief"
        shutil.copytree(template, root)
        (root / "pictures").mkdir()
        for name, png in files.items():
            (root / "pictures" / name).write_bytes(png)
        yield root
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
