"""Names of files made from titles."""

from pathlib import Path

import pytest

from evidence_board.ui.file_names import file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Harbour", "Harbour"),
        ("  Who left?  ", "Who left"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Windows", "C Windows"),
        ("\u202egnp.exe", "gnp.exe"),
        ("a\x00b\nc", "a b c"),
        ("CON", "Board"),
        ("lpt1.txt", "Board"),
        ("...", "Board"),
        ("", "Board"),
        ("\ud800", "Board"),
        ("항구", "항구"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title, "Board") == name


@pytest.mark.parametrize("sign", ["a", "б", "항", "\U0001f6a2"])
def test_a_long_title_becomes_a_name_that_can_be_written(tmp_path: Path, sign: str) -> None:
    path = tmp_path / f"{file_name(sign * 3_000, 'Board')}.png"
    path.write_bytes(b"")
    assert path.exists()
