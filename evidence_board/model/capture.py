"""Captures: what was taken into the project, byte for byte, and how its text was got."""

import re
from collections.abc import Mapping
from typing import ClassVar

from evidence_board.model.record import Count, Id, Line, Prose, Record, Sha256

_SIZE_OF_PICTURE = re.compile(r"[^,]{1,20}, (\d{1,6}) × (\d{1,6}) px\b")


class Capture(Record):
    """The sealed original of a source (Berkeley Protocol paras 153-155, 167).

    `sha256` and `size` are those of the exact bytes, `text_sha256` that of the extracted text in
    UTF-8; bytes and text stay in the file until they are asked for. `captured_at` is UTC,
    ISO 8601 with Z. `address` is empty where the original came from a file. Of a picture the text
    is empty and `remark` begins with format and size, such as "PNG, 640 × 480 px".
    """

    table: ClassVar[str] = "capture"
    plural: ClassVar[str] = "captures"
    noun: ClassVar[str] = "capture"
    references: ClassVar[Mapping[str, tuple[str, ...]]] = {"source": ("source",)}

    attachments: ClassVar[tuple[str, ...]] = ("sha256", "text_sha256")

    source: Id
    file_name: Line
    size: Count
    sha256: Sha256
    media_type: Line
    captured_at: Line
    captured_by: Line = ""
    tool: Line = ""
    address: Line = ""
    text_sha256: Sha256
    text_length: Count
    text_method: Line = ""
    remark: Prose = ""

    @property
    def picture_size(self) -> tuple[int, int] | None:
        """Width and height in pixels of a picture as it is shown; None of anything else."""
        found = _SIZE_OF_PICTURE.match(self.remark) if self.media_type[:6] == "image/" else None
        if found is None:
            return None
        width, height = int(found[1]), int(found[2])
        return (width, height) if width and height else None
