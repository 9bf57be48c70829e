"""The lines of a board figure as SVG: told apart by dash, head and sign before colour."""

from evidence_board.typeset.drawing import DrawnLine
from evidence_board.typeset.html.escaping import number, tag
from evidence_board.typeset.plain import Json
from evidence_board.typeset.tokens import token

Point = tuple[float, float]


def line(one: DrawnLine, scale: float, *, near: bool) -> str:
    """Return a line with its head and its sign; sizes are in pt."""
    colour = colour_of(one.look)
    if one.quiet:
        faint: dict[str, str | float] = {"stroke": colour, "stroke_width": 0.35}
        faint["stroke_opacity"] = 0.55
        return tag("path", d=_cubic(one), fill="none", **faint) + _head(one, colour, 3)
    width = max(0.6, _real(token(f"links.width.{one.weight}")) * scale)
    size = max(3.6, 10 * scale)
    radius = max(3.2, 8 * scale) if near else 2.6
    return (
        _curve(one, colour, width, scale)
        + _head(one, colour, size)
        + disc(one.look, one.middle, radius)
    )


def colour_of(look: str) -> str:
    """Return the colour of a look, as it is printed."""
    path = _look(look)["color"]
    return str(token(f"color.light.{path}"))


def sample(look: str) -> str:
    """Return a short line of a look, for a legend."""
    points = ((0.0, 5.0), (10.0, 5.0), (20.0, 5.0), (29.0, 5.0))
    drawn = DrawnLine(look, False, "moderate", points, (1.0, 0.0), (13.0, 5.0))
    parts = _curve(drawn, colour_of(look), 1.0, 0.55) + _head(drawn, colour_of(look), 5)
    return tag(
        "svg", parts + disc(look, (13, 5), 3.6), class_="sign", viewBox="0 0 30 10",
        aria_hidden="true",
    )  # fmt: skip


def _curve(one: DrawnLine, colour: str, width: float, scale: float) -> str:
    path = _cubic(one)
    if "double" in _look(one.look):
        broad = tag("path", d=path, fill="none", stroke=colour, stroke_width=max(1.4, 4.6 * scale))
        inside = max(0.5, 2 * scale)
        return broad + tag("path", d=path, fill="none", stroke="#fff", stroke_width=inside)
    dash = _look(one.look)["dash"]
    assert isinstance(dash, list)
    lengths = [number(max(_real(part) * scale, _real(part) * 0.55)) for part in dash]
    more: dict[str, str | float] = {"stroke_dasharray": " ".join(lengths)} if lengths else {}
    if _look(one.look).get("cap") == "round":
        more["stroke_linecap"] = "round"
    return tag("path", d=path, fill="none", stroke=colour, stroke_width=width, **more)


def disc(look: str, at: Point, radius: float) -> str:
    """Return the sign of a look in its disc."""
    colour = colour_of(look)
    ring = tag(
        "circle", cx=at[0], cy=at[1], r=radius, fill="#fff", stroke=colour,
        stroke_width=0.16 * radius,
    )  # fmt: skip
    return ring + _glyph(look, at, radius / 8, colour)


def _glyph(look: str, at: Point, unit: float, colour: str) -> str:
    def stroke(*points: Point) -> str:
        path = "M" + "L".join(_at(at[0] + x * unit, at[1] + y * unit) for x, y in points)
        cap: dict[str, str | float] = {"stroke_linecap": "round", "stroke_width": 1.5 * unit}
        return tag("path", d=path, fill="none", stroke=colour, **cap)

    def ring(radius: float, fill: str) -> str:
        width = 1.3 * unit
        held: dict[str, str | float] = {"cx": at[0], "cy": at[1], "r": radius * unit}
        return tag("circle", **held, fill=fill, stroke=colour, stroke_width=width)

    glyphs = {
        "supports": lambda: stroke((-3.2, 0), (3.2, 0)) + stroke((0, -3.2), (0, 3.2)),
        "contradicts": lambda: stroke((-2.6, -2.6), (2.6, 2.6)) + stroke((2.6, -2.6), (-2.6, 2.6)),
        "qualifies": lambda: stroke((-2.3, 2.8), (2.3, -2.8)),
        "cites": lambda: stroke((-1.2, -2.4), (-2.6, 1.6)) + stroke((2.6, -2.4), (1.2, 1.6)),
        "reprints": lambda: stroke((-3, -1.5), (3, -1.5)) + stroke((-3, 1.5), (3, 1.5)),
        "denies": lambda: ring(3.3, "none") + stroke((-2.3, 2.3), (2.3, -2.3)),
        "relates": lambda: ring(1.5, colour),
    }
    return glyphs[look]() if look in glyphs else ""


def _head(one: DrawnLine, colour: str, size: float) -> str:
    def shape(*corners: Point, fill: str = "none", width: float = 0.0, closed: bool = True) -> str:
        points = [_along(one.points[-1], one.heading, *corner) for corner in corners]
        path = "M" + "L".join(points) + ("Z" if closed else "")
        more: dict[str, str | float] = {"stroke": colour, "stroke_width": width} if width else {}
        return tag("path", d=path, fill=fill, **more)

    def bar(back: float) -> str:
        ends = (-back, -0.62 * size), (-back, 0.62 * size)
        return shape(*ends, width=0.26 * size, closed=False)

    if one.look == "supports":
        return shape((0, 0), (-size, 0.5 * size), (-size, -0.5 * size), fill=colour)
    if one.look == "contradicts":
        return bar(0.18 * size)
    if one.look == "denies":
        return bar(0.18 * size) + bar(0.62 * size)
    if one.look == "qualifies":
        corners = (
            (0, 0),
            (-0.55 * size, 0.42 * size),
            (-1.1 * size, 0),
            (-0.55 * size, -0.42 * size),
        )
        return shape(*corners, fill="#fff", width=0.13 * size)
    if one.look in ("cites", "reprints"):
        ends = (-0.7 * size, 0.45 * size), (-0.7 * size, -0.45 * size)
        return shape(ends[0], (0, 0), ends[1], width=0.16 * size, closed=False)
    return ""


def _cubic(one: DrawnLine) -> str:
    start, *others = (_at(*point) for point in one.points)
    return f"M{start}C{' '.join(others)}"


def _along(at: Point, heading: Point, forwards: float, across: float) -> str:
    return _at(
        at[0] + heading[0] * forwards - heading[1] * across,
        at[1] + heading[1] * forwards + heading[0] * across,
    )


def _at(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def _look(look: str) -> dict[str, Json]:
    found = token(f"links.types.{look}")
    assert isinstance(found, dict)
    return found


def _real(value: Json) -> float:
    assert isinstance(value, int | float)
    return float(value)
