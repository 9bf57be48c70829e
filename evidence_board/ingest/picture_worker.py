"""The worker process for pictures from inside: examines them, scales them, tells their traces."""

import json

from evidence_board.ingest.camera import traces
from evidence_board.ingest.draft import Refused
from evidence_board.ingest.pictures import examine, scale
from evidence_board.ingest.serving import serve


def main() -> None:
    """Answer questions about pictures until there are no more."""
    serve(_answer)


def _answer(header: bytes, original: bytes) -> tuple[bytes, bytes]:
    asked = json.loads(header)
    try:
        if "traces" in asked:
            return json.dumps({"traces": traces(asked["name"], original)}).encode(), b""
        if "side" in asked:
            scaled = scale(asked["name"], original, int(asked["side"]))
            return json.dumps(
                {"width": scaled.width, "height": scaled.height}
            ).encode(), scaled.rgba
        return json.dumps({"remark": examine(asked["name"], original)}).encode(), b""
    except Refused as refusal:
        return json.dumps({"refused": str(refusal)}).encode(), b""
