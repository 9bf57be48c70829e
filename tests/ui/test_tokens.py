"""The design tokens keep their promises: contrast, colours apart for each sight, typed access."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest

from evidence_board.model.colours import COLOURS
from evidence_board.model.link_types import LINK_TYPES, LinkType
from evidence_board.paths import resource
from evidence_board.ui.tokens import LINK_LOOKS, Scheme, SystemColors, load_tokens
from tests.ui.color_science import SIGHTS, Triple, ciede2000, contrast, distance

_DOCUMENT = json.loads(resource("theme", "tokens.json").read_text(encoding="utf-8"))
_SCHEMES: tuple[Scheme, ...] = ("light", "dark")
# Colours that design.md lets be equal: they are told apart by dash, head and glyph.
_APART = ("supports", "contradicts", "qualifies", "cites")


def _contrast_rows() -> Iterator[tuple[Scheme, str, str, float, float]]:
    for scheme in _SCHEMES:
        for name, row in _DOCUMENT["contrast"][scheme].items():
            for ground, ratio in row["on"].items():
                yield scheme, name, ground, ratio, row["min"]


def _distance_rows() -> Iterator[tuple[Scheme, str, str, str, float]]:
    for scheme in _SCHEMES:
        for pair, sights in _DOCUMENT["colourBlind"][scheme].items():
            if pair != "lowest":
                one, other = pair.split(" / ")
                for sight, stated in sights.items():
                    yield scheme, one, other, sight, stated


@pytest.mark.parametrize(
    ("one", "other", "stated"),
    [
        # Rows 1, 10, 17, 20 and 25 of the test data of Sharma, Wu and Dalal.
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_used_here_equals_the_published_test_data(
    one: Triple, other: Triple, stated: float
) -> None:
    assert ciede2000(one, other) == pytest.approx(stated, abs=1e-4)


@pytest.mark.parametrize(("scheme", "name", "ground", "stated", "least"), list(_contrast_rows()))
def test_text_is_readable_on_each_ground_as_the_table_says(
    scheme: Scheme, name: str, ground: str, stated: float, least: float
) -> None:
    tokens = load_tokens(scheme)
    ratio = contrast(tokens.color(name), tokens.color(ground))
    assert ratio >= least
    assert ratio == pytest.approx(stated, abs=0.006)


@pytest.mark.parametrize(("scheme", "one", "other", "sight", "stated"), list(_distance_rows()))
def test_link_colors_stay_apart_for_each_sight_as_the_table_says(
    scheme: Scheme, one: str, other: str, sight: str, stated: float
) -> None:
    tokens = load_tokens(scheme)
    apart = distance(tokens.color(f"link.{one}"), tokens.color(f"link.{other}"), sight)
    assert apart >= 11
    assert apart == pytest.approx(stated, abs=0.06)


@pytest.mark.parametrize("scheme", _SCHEMES)
def test_the_tables_leave_no_pair_and_no_sight_out(scheme: Scheme) -> None:
    stated = {row[1:4] for row in _distance_rows() if row[0] == scheme}
    assert stated == {
        (one, other, sight)
        for place, one in enumerate(_APART)
        for other in _APART[place + 1 :]
        for sight in SIGHTS
    }
    lowest = min(row[4] for row in _distance_rows() if row[0] == scheme)
    assert _DOCUMENT["colourBlind"][scheme]["lowest"] == lowest
    for row in _DOCUMENT["contrast"][scheme].values():
        assert row["lowest"] == min(row["on"].values())


@pytest.mark.parametrize("scheme", _SCHEMES)
@pytest.mark.parametrize("name", COLOURS)
def test_a_colour_of_a_card_is_seen_on_card_and_board(scheme: Scheme, name: str) -> None:
    tokens = load_tokens(scheme)
    for ground in ("surface.card", "surface.board", "surface.note", "surface.frame"):
        assert contrast(tokens.color(f"colour.{name}"), tokens.color(ground)) >= 3


@pytest.mark.parametrize("scheme", _SCHEMES)
def test_a_handling_marking_is_readable_on_black(scheme: Scheme) -> None:
    tokens = load_tokens(scheme)
    for marking in ("TLP:RED", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:GREEN", "TLP:CLEAR"):
        assert contrast(tokens.color(f"tlp.{marking}"), tokens.color("tlp.background")) >= 4.5


def test_link_looks_differ_by_more_than_color() -> None:
    tokens = load_tokens("light")
    drawn = {LINK_LOOKS[name]: tokens.link_look(name) for name in LINK_LOOKS}
    signs = {(look.dash, look.head, look.double, look.round_cap) for look in drawn.values()}
    assert len(signs) == len(drawn) == 7


@pytest.mark.parametrize("row", LINK_TYPES, ids=lambda row: row.key)
def test_every_link_type_is_drawn_with_the_look_of_its_row(row: LinkType) -> None:
    assert load_tokens("light").link_look(row.key).name == row.look


def test_no_look_is_kept_for_a_link_type_that_the_model_does_not_know() -> None:
    assert set(LINK_LOOKS) == {row.key for row in LINK_TYPES} | {"denies"}


def test_an_undercut_is_a_purple_diamond_with_a_stroke() -> None:
    look = load_tokens("light").link_look("undercuts")
    assert look.color == "#6A45B8"
    assert look.head.startswith("diamond")
    assert look.glyph == "slash"


def test_a_reprint_is_a_double_line_and_a_link_type_of_a_newer_program_is_plain() -> None:
    tokens = load_tokens("dark")
    assert tokens.link_look("republishes").double == (2, 1.3)
    assert tokens.link_look("no such type").name == "relates"


def test_link_width_is_the_strength_and_one_more_in_high_contrast() -> None:
    assert load_tokens("light").link_width("strong") == 3
    assert load_tokens("highContrast").link_width("strong") == 4


def test_shadows_are_read_and_high_contrast_has_none() -> None:
    outer, inner = load_tokens("light").shadow("drag")
    assert (outer.dy, outer.blur, outer.rgb, outer.opacity) == (10, 24, (20, 22, 26), 0.20)
    assert inner.blur == 5
    assert load_tokens("highContrast").shadow("drag") == ()


def test_high_contrast_uses_the_colors_of_the_system_and_no_other() -> None:
    system = SystemColors("#000000", "#FFFFFF", "#FFFF00", "#000000", "#00FFFF", "#C0C0C0")
    tokens = load_tokens("highContrast", system)
    own = {name: color for name, color in tokens.colors.items() if not name.startswith("tlp.")}
    assert set(own.values()) == {"#000000", "#FFFFFF", "#FFFF00", "#00FFFF", "#C0C0C0"}
    assert tokens.dark
    for name, row in _DOCUMENT["contrast"]["light"].items():
        for ground in row["on"]:
            assert contrast(tokens.color(name), tokens.color(ground)) >= row["min"], (name, ground)


def test_likelihood_fills_cells_from_the_middle_outwards() -> None:
    tokens = load_tokens("light")
    assert [tokens.likelihood_cells(step) for step in (1, 4, 7)] == [(1, 2, 3), (4,), (5, 6, 7)]
    with pytest.raises(ValueError, match="steps 1 to 7"):
        tokens.likelihood_cells(0)


def test_a_wrong_name_is_an_error_and_not_a_black_card() -> None:
    with pytest.raises(KeyError):
        load_tokens("light").color("surface.crad")


def test_tokens_load_no_qt() -> None:
    program = "import sys, evidence_board.ui.tokens; print('PySide6' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout.strip() == "False", ran.stderr
