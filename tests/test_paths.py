"""Shipped files are found in each way of running; the person's folders are private."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_board import paths


def test_a_resource_is_found_in_the_source_tree() -> None:
    assert paths.resource("theme", "tokens.json").is_file()


def test_a_frozen_program_reads_its_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("fonts") == tmp_path / "resources" / "fonts"
    assert paths.seed("case") == tmp_path / "seeds" / "case"


def test_a_wheel_reads_the_folders_inside_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "evidence_board" / "seeds").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "evidence_board")
    assert paths.seed("case") == tmp_path / "evidence_board" / "seeds" / "case"


@pytest.mark.skipif(sys.platform != "linux", reason="the variables are those of XDG")
@pytest.mark.parametrize(
    ("variable", "folder"),
    [
        ("XDG_CONFIG_HOME", paths.user_settings_folder),
        ("XDG_DATA_HOME", paths.user_work_folder),
    ],
)
def test_the_folders_of_a_person_are_made_for_them_alone(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    variable: str,
    folder: Callable[[], Path],
) -> None:
    monkeypatch.setenv(variable, str(tmp_path))
    made = folder()
    assert made == tmp_path / "evidence-board"
    assert made.stat().st_mode & 0o777 == 0o700


def test_importing_paths_loads_neither_platformdirs_nor_qt() -> None:
    program = (
        "import sys, evidence_board.paths;"
        "print([name for name in ('platformdirs', 'PySide6') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.stdout.strip() == "[]", ran.stderr
