"""The design tokens as the templates take them."""

import json
from functools import cache

from evidence_board.paths import resource
from evidence_board.typeset.plain import Json


@cache
def tokens() -> dict[str, Json]:
    """Return all tokens."""
    text = resource("theme", "tokens.json").read_text(encoding="utf-8")
    found: dict[str, Json] = json.loads(text)
    return found


def token(path: str) -> Json:
    """Return the value at a path such as "color.light.kind"."""
    found: Json = tokens()
    for step in path.split("."):
        assert isinstance(found, dict)  # tests read every path that is used
        found = found[step]
    return found
