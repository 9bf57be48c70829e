"""The design tokens, typed: colours, lengths and link looks for one colour scheme; no Qt here."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, TypeVar

from evidence_board.model.link_types import LINK_TYPES
from evidence_board.paths import resource

Scheme = Literal["light", "dark", "highContrast"]
Value = TypeVar("Value", str, float)

# How each link type of the model is drawn, and the assertion of a claim that is a denial.
LINK_LOOKS: Mapping[str, str] = MappingProxyType(
    {kind.key: kind.look for kind in LINK_TYPES} | {"denies": "denies"}
)
# An undercut strikes at a step of reasoning, so its disc shows a stroke and not the tilde.
_OWN_GLYPHS = MappingProxyType({"undercuts": ("slash", "M-2.4 3.2L2.4 -3.2")})


@dataclass(frozen=True)
class TypeRole:
    """One step of the type scale: pixels at 100 %, weight, and families in order of choice."""

    size: float
    line: float
    weight: int
    families: tuple[str, ...]


@dataclass(frozen=True)
class LinkLook:
    """How one link type is drawn: dash in pixels, head and glyph by name, path of the glyph.

    ``double`` is the gap and the width of the two lines of a double line, or None.
    """

    name: str
    color: str
    dash: tuple[float, ...]
    head: str
    glyph: str
    path: str
    round_cap: bool
    double: tuple[float, float] | None


@dataclass(frozen=True)
class Shadow:
    """One translucent outline: offset and blur in pixels, red, green, blue, and opacity 0 to 1."""

    dx: float
    dy: float
    blur: float
    rgb: tuple[int, int, int]
    opacity: float


@dataclass(frozen=True)
class SystemColors:
    """What high contrast takes from the system, as ``#RRGGBB``; black on white by default."""

    window: str = "#FFFFFF"
    text: str = "#000000"
    highlight: str = "#0000C8"
    highlighted_text: str = "#FFFFFF"
    link: str = "#0000C8"
    disabled: str = "#595959"


@dataclass(frozen=True)
class Tokens:
    """The tokens of one scheme. Names are the dotted paths of ``resources/theme/tokens.json``."""

    scheme: Scheme
    dark: bool
    colors: Mapping[str, str]
    lengths: Mapping[str, float]
    words: Mapping[str, str]

    def color(self, name: str) -> str:
        """Return a colour as ``#RRGGBB``, as in ``color("surface.card")``."""
        return self.colors[name]

    def length(self, name: str) -> float:
        """Return a number, as in ``length("radius.card")`` or ``length("size.card.padding.0")``."""
        return self.lengths[name]

    def word(self, name: str) -> str:
        """Return a text value, as in ``word("icons.kind.claim")``."""
        return self.words[name]

    def type_role(self, name: str) -> TypeRole:
        """Return a step of ``type.scale``, as in ``type_role("cardTitle")``."""
        step = f"type.scale.{name}"
        family = self.words.get(f"{step}.family", "ui")
        return TypeRole(
            size=self.lengths[f"{step}.size"],
            line=self.lengths[f"{step}.line"],
            weight=int(self.lengths[f"{step}.weight"]),
            families=self.families(family),
        )

    def families(self, group: str) -> tuple[str, ...]:
        """Return the families of ``ui``, ``reader`` or ``mono``, first choice first."""
        return tuple(_series(self.words, f"type.families.{group}"))

    def link_look(self, link_type: str) -> LinkLook:
        """Return how a link or citation type is drawn; one not known here is drawn as relates."""
        name = LINK_LOOKS.get(link_type, "relates")
        look = f"links.types.{name}"
        glyph = (self.words[f"{look}.glyph"], self.words[f"{look}.path"])
        shape, path = _OWN_GLYPHS.get(link_type, glyph)
        gap = self.lengths.get(f"{look}.double.gap")
        return LinkLook(
            name=name,
            color=self.colors[self.words[f"{look}.color"]],
            dash=tuple(_series(self.lengths, f"{look}.dash")),
            head=self.words[f"{look}.head"],
            glyph=shape,
            path=path,
            round_cap=self.words.get(f"{look}.cap") == "round",
            double=None if gap is None else (gap, self.lengths[f"{look}.double.line"]),
        )

    def link_width(self, strength: Literal["weak", "moderate", "strong"] = "moderate") -> float:
        """Return the line width of a link; high contrast adds one."""
        return self.lengths[f"links.width.{strength}"] + (self.scheme == "highContrast")

    def shadow(self, name: Literal["rest", "raised", "drag"]) -> tuple[Shadow, ...]:
        """Return the outlines of a shadow; none in high contrast."""
        if self.scheme == "highContrast":
            return ()
        return tuple(_shadows(self.words[f"shadow.{name}"]))

    def likelihood_cells(self, step: int) -> tuple[int, ...]:
        """Return which of the seven cells, from 1, step 1 to 7 of the likelihood scale fills."""
        return tuple(int(cell) for cell in _series(self.lengths, _filled(step)))


@cache
def load_tokens(scheme: Scheme, system: SystemColors | None = None) -> Tokens:
    """Return the tokens of ``scheme``, read once; ``system`` is used by high contrast only."""
    document = _document()
    table = _branch(_branch(document, "color"), "light" if scheme == "highContrast" else scheme)
    colors = dict(_texts(table))
    dark = scheme == "dark"
    if scheme == "highContrast":
        chosen = system or SystemColors()
        dark = _is_dark(chosen.window)
        colors = {name: _plain(name, chosen) for name in colors}
    colors |= {
        f"tlp.{name}": color
        for name, color in _texts(_branch(_branch(document, "color"), "tlp"))
        if color.startswith("#")
    }
    rest = {name: value for name, value in document.items() if name not in {"color", "contrast"}}
    return Tokens(
        scheme=scheme,
        dark=dark,
        colors=MappingProxyType(colors),
        lengths=MappingProxyType(dict(_numbers(rest))),
        words=MappingProxyType(dict(_texts(rest))),
    )


@cache
def _document() -> Mapping[str, object]:
    read: dict[str, object] = json.loads(resource("theme", "tokens.json").read_bytes())
    return read


def _branch(tree: Mapping[str, object], name: str) -> Mapping[str, object]:
    branch = tree[name]
    if not isinstance(branch, dict):
        raise TypeError(f"tokens.json: {name} is not a table")
    return branch


def _leaves(tree: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield every value under ``tree`` with its dotted path; list places count from 0."""
    if isinstance(tree, dict):
        pairs = [(str(name), value) for name, value in tree.items()]
    elif isinstance(tree, Sequence) and not isinstance(tree, str):
        pairs = [(str(place), value) for place, value in enumerate(tree)]
    else:
        yield path, tree
        return
    for name, value in pairs:
        yield from _leaves(value, f"{path}.{name}" if path else name)


def _texts(tree: object) -> Iterator[tuple[str, str]]:
    return ((path, leaf) for path, leaf in _leaves(tree) if isinstance(leaf, str))


def _numbers(tree: object) -> Iterator[tuple[str, float]]:
    return ((path, float(leaf)) for path, leaf in _leaves(tree) if isinstance(leaf, int | float))


def _series(values: Mapping[str, Value], path: str) -> Iterator[Value]:
    place = 0
    while f"{path}.{place}" in values:
        yield values[f"{path}.{place}"]
        place += 1


def _filled(step: int) -> str:
    if not 1 <= step <= 7:
        raise ValueError(f"the likelihood scale has steps 1 to 7, not {step}")
    return f"likelihood.steps.{step - 1}.filled"


def _shadows(text: str) -> Iterator[Shadow]:
    """Read ``0 8 24 rgba(20,22,26,0.16)``, several separated by a comma and a space."""
    for outline in text.split(", "):
        dx, dy, blur, paint = outline.split(" ")
        red, green, blue, opacity = paint.removeprefix("rgba(").removesuffix(")").split(",")
        rgb = (int(red), int(green), int(blue))
        yield Shadow(float(dx), float(dy), float(blur), rgb, float(opacity))


def _is_dark(color: str) -> bool:
    return sum(int(color[place : place + 2], 16) for place in (1, 3, 5)) < 3 * 128


def _plain(name: str, system: SystemColors) -> str:
    """Return the system colour that stands for a token in high contrast: no tints at all."""
    family, _, leaf = name.rpartition(".")
    if name in {"surface.selected", "accent.soft", "reader.selection"}:
        return system.window  # the selection is told by its border there, text stays readable
    if leaf in {"onAccent", "onFill"} or name in {"matrix.ii.text", "toast.text", "toast.link"}:
        return system.highlighted_text if leaf == "onAccent" else system.window
    if family in {"accent", "focus", "minimap"}:
        return system.highlight
    if leaf == "disabled":
        return system.disabled
    if name == "text.link":
        return system.link
    if name in {"toast.bg", "matrix.ii.bg", "reader.shared"}:
        return system.text
    ground = family in {"surface", "reader"} or leaf == "bg"
    return system.window if ground else system.text
