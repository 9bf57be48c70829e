"""The marks of the kinds of cards, as SVG in the colour of their kind."""

from collections.abc import Mapping

from evidence_board.paths import resource


def kind_icons(names: Mapping[str, str], colours: Mapping[str, str]) -> dict[str, str]:
    """Return the SVG of each kind; `names` and `colours` are those of the design tokens."""
    return {
        kind: _icon(name).replace("currentColor", colours[kind])
        for kind, name in names.items()
        if kind in colours
    }


def _icon(name: str) -> str:
    return resource("icons", "lucide", f"{name}.svg").read_text(encoding="utf-8")
