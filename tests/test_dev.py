"""Setting up: what dev.py relies on, and what the files beside it may say."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).resolve().parent
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
STATED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lock: str) -> dict[str, str]:
    """Return the version of each package in a lock file."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", [*LOCKS, "pyproject.toml", "dev.py", ".ci/run"])
def test_no_file_says_where_packages_come_from(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")

    assert "://" not in text
    assert "--index" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pinned_package_has_hashes(lock: str) -> None:
    requirements = re.split(r"\n(?=[a-z])", (ROOT / lock).read_text(encoding="utf-8").strip())

    assert [one for one in requirements if "--hash=sha256:" not in one] == []


def test_everything_that_is_needed_is_pinned() -> None:
    stated = [*STATED["project"]["dependencies"], *STATED["dependency-groups"]["build"]]
    names = {re.split("[<>=!]", one)[0].lower().replace("_", "-") for one in stated}
    tools = set(STATED["dependency-groups"]["dev"])

    assert names - set(pins("requirements.lock")) == set()
    assert tools - set(pins("requirements-dev.lock")) == set()


def test_what_benchmarks_compare_with_is_pinned_and_is_no_part_of_the_program() -> None:
    compared = {re.split("[<>=!]", one)[0].lower() for one in STATED["dependency-groups"]["bench"]}

    assert compared <= set(pins("requirements-bench.lock"))
    assert not compared & set(pins("requirements-dev.lock"))


@pytest.mark.parametrize("arguments", [[], ["--json"], ["board"], ["board.zoom", "--json"]])
def test_measuring_the_board_compares_it_with_another_program(arguments: list[str]) -> None:
    assert dev.compared(arguments)


def test_measuring_other_things_needs_no_other_program() -> None:
    assert not dev.compared(["project", "--json"])


def test_tests_run_with_what_people_run() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_the_binding_of_qt_is_one_that_leaves_none_alone() -> None:
    version = tuple(
        int(part) for part in pins("requirements.lock")["pyside6-essentials"].split(".")
    )

    assert version >= (6, 11, 3)
    assert version != (6, 12, 0)


def test_setting_up_needs_the_standard_library_only() -> None:
    tree = ast.parse(Path(dev.__file__).read_text(encoding="utf-8"))
    modules = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    modules |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in modules} <= sys.stdlib_module_names


@pytest.mark.parametrize("arguments", [[], ["-q"], ["-x", "--durations=5"]])
def test_options_alone_run_the_whole_suite_with_its_checks(arguments: list[str]) -> None:
    assert not dev.narrowed(arguments)


@pytest.mark.parametrize("arguments", [["tests/model"], ["-k", "undo"], ["-m", "packaging"]])
def test_naming_tests_runs_those_alone(arguments: list[str]) -> None:
    assert dev.narrowed(arguments)


def test_what_the_tests_compile_is_kept_for_the_programs_that_they_start(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(dev, "require", lambda *_: None)
    monkeypatch.setattr(dev, "prepare", lambda *_: None)
    monkeypatch.setattr(dev, "call", lambda *_: int("PYTHONDONTWRITEBYTECODE" in os.environ))
    assert dev.test(["tests/test_dev.py"]) == 0


def test_a_library_that_is_missing_is_told_by_its_package() -> None:
    libraries = {"libc.so.6": "libc6", "libno-such-thing.so.1": "libno-such-thing1"}

    assert dev.missing(libraries, {"no-such-program": "no-such"}) == [
        "libno-such-thing1",
        "no-such",
    ]


def test_an_unknown_verb_is_answered_with_the_verbs() -> None:
    command = [sys.executable, dev.__file__, "frobnicate"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert all(verb in done.stdout for verb in dev.VERBS)
