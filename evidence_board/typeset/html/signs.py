"""Small drawings that repeat what the words beside them say: likelihood, confidence."""

from evidence_board.typeset.html.escaping import tag
from evidence_board.typeset.tokens import token

_HIDDEN = {"class_": "sign", "aria_hidden": "true", "focusable": "false"}


def sign(name: str) -> str:
    """Return the drawing of a sign such as "likelihood 6"; nothing where there is none."""
    kind, _, value = name.partition(" ")
    if kind == "likelihood":
        return _likelihood(int(value) if value.isdigit() else 0)
    if kind == "confidence":
        return _confidence(value)
    return ""


def _likelihood(cell: int) -> str:
    look, steps = token("likelihood.cell"), token("likelihood.steps")
    assert isinstance(look, dict)
    assert isinstance(steps, list)
    step = steps[cell - 1] if cell else {"filled": []}
    assert isinstance(step, dict)
    filled, heights = step["filled"], look["heights"]
    assert isinstance(filled, list)
    assert isinstance(heights, list)
    drawn = ""
    for place, height in enumerate(heights, 1):
        assert isinstance(height, int | float)
        box: dict[str, str | float] = {
            "x": (place - 1) * 5.5 + 0.5, "y": (11 - height) / 2 + 0.5, "width": 3,
            "height": max(height - 1, 1), "rx": 1,
        }  # fmt: skip
        if place in filled:
            drawn += tag("rect", **box, fill="currentColor", stroke="currentColor")
        else:
            drawn += tag("rect", **box, fill="none", stroke="currentColor", stroke_opacity=0.5)
    return tag("svg", drawn, **_HIDDEN, viewBox="0 0 37 11")


def _confidence(term: str) -> str:
    ring: dict[str, str | float] = {"cx": 6, "cy": 6, "r": 4.6, "stroke": "currentColor"}
    fill = "currentColor" if term == "high" else "none"
    dash = {"stroke_dasharray": "2 1.6"} if term == "none" else {}
    drawn = tag("circle", **ring, fill=fill, stroke_width=1.6, **dash)
    if term == "moderate":
        drawn += tag("path", d="M6 1.4A4.6 4.6 0 0 0 6 10.6Z", fill="currentColor")
    return tag("svg", drawn, **_HIDDEN, viewBox="0 0 12 12")
