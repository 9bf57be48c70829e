"""The layers hold, and the core is imported without Qt."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = (
    *("analysis", "brief", "cli", "commands", "delivery", "ingest", "interchange"),
    *("model", "paths", "project", "suggest", "typeset", "verbs"),
)
IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
module = importlib.import_module("evidence_board.{name}")
for found in pkgutil.walk_packages(getattr(module, "__path__", []), module.__name__ + "."):
    importlib.import_module(found.name)
print([name for name in sys.modules if name.startswith(("PySide6", "shiboken6"))])
"""


def test_a_module_imports_its_own_layer_or_lower() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", CORE)
def test_the_core_is_imported_without_qt(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EVERYTHING.format(name=name)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
