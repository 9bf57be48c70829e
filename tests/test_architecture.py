"""The layers hold, and the core is imported without Qt."""

import json
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
import importlib, json, pkgutil, sys

def shown():
    return {one for one in sys.modules if one.startswith(("PySide6", "shiboken6"))}

brought = {}
for name in sys.argv[1:]:
    before = shown()
    module = importlib.import_module(f"evidence_board.{name}")
    for found in pkgutil.walk_packages(getattr(module, "__path__", []), module.__name__ + "."):
        importlib.import_module(found.name)
    brought[name] = sorted(shown() - before)
json.dump(brought, sys.stdout)
"""
"""One process for all: what the first brings in, the next cannot hide."""


@pytest.fixture(scope="module")
def brought() -> dict[str, list[str]]:
    """Give the modules of Qt that each part of the core brought in."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EVERYTHING, *CORE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, list[str]] = json.loads(done.stdout)
    return told


def test_a_module_imports_its_own_layer_or_lower() -> None:
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", CORE)
def test_the_core_is_imported_without_qt(name: str, brought: dict[str, list[str]]) -> None:
    assert brought[name] == []
