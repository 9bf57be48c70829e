"""The user guide says what the program has: pictures, keys, link types, scales and verbs."""

import re
import struct
from pathlib import Path

import pytest

from evidence_board.__main__ import VERBS
from evidence_board.model.link_types import LINK_TYPES, LinkType
from evidence_board.model.scales import CONFIDENCE, CREDIBILITY, RELIABILITY, SCALES
from evidence_board.ui.actions import ACTIONS

DOCS = Path(__file__).resolve().parent.parent / "docs"
GUIDE = (DOCS / "user-guide.md").read_text(encoding="utf-8")
PICTURES = sorted((DOCS / "pictures").glob("*"))
KEYS = "| Action | Keys |"
LINKED = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", GUIDE)


def section(number: int) -> str:
    """Return a numbered section of the guide."""
    return re.split(r"^## \d+\. ", GUIDE, flags=re.MULTILINE)[number]


def rows(text: str, heading: str) -> list[list[str]]:
    """Return the rows of the table below a heading row."""
    lines = text.splitlines()
    below = lines[lines.index(heading) + 2 :]
    end = next((place for place, line in enumerate(below) if not line), len(below))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in below[:end]]


def size_of(picture: Path) -> tuple[int, int]:
    """Return width and height of a PNG."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height


def test_every_picture_that_is_linked_exists_and_every_picture_is_used() -> None:
    assert sorted(DOCS / link for link in LINKED) == PICTURES


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.stem)
def test_a_picture_is_a_small_png_that_fits_a_page(picture: Path) -> None:
    width, height = size_of(picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 250_000
    assert width <= 1440
    assert height <= 1100
    assert min(width, height) > 200


def test_the_table_of_keys_holds_every_action_with_its_keys_and_nothing_else() -> None:
    told = {name: re.findall(r"`([^`]+)`", keys) for name, keys in rows(section(9), KEYS)}
    assert told == {row.text: list(row.shortcuts) for row in ACTIONS if row.shortcuts}


@pytest.mark.parametrize("kind", LINK_TYPES, ids=lambda kind: kind.key)
def test_each_link_type_stands_in_the_guide_with_sign_and_meaning(kind: LinkType) -> None:
    told = [row for row in _all_rows(section(5)) if row[0] == f"**{kind.word}**"]
    assert told == [[f"**{kind.word}**", kind.sign, kind.meaning, kind.inverse]]


def test_the_scales_stand_in_the_guide_side_by_side() -> None:
    heading = "| " + " | ".join(scale.name for scale in SCALES.values()) + " |"
    columns = zip(*rows(section(6), heading), strict=True)
    for scale, column in zip(SCALES.values(), columns, strict=True):
        assert list(column) == [f"{term.word}, {term.range}" for term in scale.terms]


@pytest.mark.parametrize("grades", [CONFIDENCE, RELIABILITY, CREDIBILITY])
def test_each_grade_stands_in_the_guide_with_its_definition(grades: dict[str, str]) -> None:
    for grade, definition in grades.items():
        assert f"| **{grade}** | {definition} |" in section(6)


def test_each_verb_of_the_command_line_has_an_example() -> None:
    told = [row[0].split("`")[1] for row in rows(section(10), "| Verb | Example |")]
    assert sorted(told) == sorted(VERBS)
    for verb, example in rows(section(10), "| Verb | Example |"):
        assert example.startswith(f"`evidence-board {verb.split('`')[1]} ")


def test_the_contents_lead_to_every_section() -> None:
    titles = re.findall(r"^## (\d+)\. (.+)$", GUIDE, flags=re.MULTILINE)
    anchors = [f"[{t}](#{n}-{t.lower().replace(' ', '-')})" for n, t in titles]
    assert len(anchors) == 11
    assert all(anchor in GUIDE for anchor in anchors)


def _all_rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
