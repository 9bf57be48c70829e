"""The marks of the kinds of cards, as SVG in the colour of their kind."""

from functools import cache

from evidence_board.paths import resource
from evidence_board.typeset.tokens import token


@cache
def kind_icons() -> dict[str, str]:
    """Return the SVG of each kind of card."""
    names, colours = token("icons.kind"), token("color.light.kind")
    assert isinstance(names, dict)
    assert isinstance(colours, dict)
    return {
        kind: _icon(str(name)).replace("currentColor", str(colours[kind]))
        for kind, name in names.items()
    }


def _icon(name: str) -> str:
    return resource("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
