"""What the tests of the real window share: a desktop of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.desktop import Desktop, until


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    with Desktop(home) as shown:
        yield shown
        shown.picture(tmp_path / "screen.png")


@pytest.fixture
def sample(desktop: Desktop, tmp_path: Path) -> Path:
    """Give a file with the sample case."""
    path = tmp_path / "sample.evboard"
    made = desktop.start("evidence_board", "sample", str(path))
    until(lambda: made.poll() is not None, "the sample case", limit=60)
    assert made.returncode == 0
    return path
