"""What the package says of itself is said once, or twice alike."""

import tomllib
from pathlib import Path

import evidence_board

PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def test_the_program_and_its_packaging_have_one_version() -> None:
    stated = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["version"]

    assert stated == evidence_board.VERSION
