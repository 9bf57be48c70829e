"""The worker process for pictures from inside: examines them, scales them, tells their traces."""

import json

from evidence_board.ingest import picture_parts
from evidence_board.ingest.camera import traces
from evidence_board.ingest.draft import Refused
from evidence_board.ingest.pictures import examine, scale
from evidence_board.ingest.serving import serve


def main() -> None:
    """Answer questions about pictures until there are no more."""
    easel = picture_parts.Easel()
    serve(lambda header, original: _answer(easel, header, original))


def _answer(easel: picture_parts.Easel, header: bytes, original: bytes) -> tuple[bytes, bytes]:
    asked = json.loads(header)
    try:
        if "document" in asked:
            return picture_parts.answer(easel, asked, original)
        if "traces" in asked:
            return json.dumps({"traces": traces(asked["name"], original)}).encode(), b""
        if "side" in asked:
            scaled = scale(asked["name"], original, int(asked["side"]))
            size = {"width": scaled.width, "height": scaled.height}
            return json.dumps(size).encode(), scaled.rgba
        return json.dumps({"remark": examine(asked["name"], original)}).encode(), b""
    except Refused as refusal:
        return json.dumps({"refused": str(refusal)}).encode(), b""
