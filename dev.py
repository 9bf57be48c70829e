"""Set up, run, test, check, bench, lock and package Evidence Board on a bare machine.

It needs ``python3`` (3.11 or newer) and nothing else. With root it installs the system libraries
and programs that are missing; without root it names them.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
# What the benchmarks compare with; nothing else has this folder on its path.
PEERS, PEERS_LOCK = VENV / "peers", "requirements-bench.lock"

# What Qt loads, by the name the loader looks for, and the Debian package that has it. Where a
# newer release renamed one (libglib2.0-0t64), apt takes the package that provides the old name.
WINDOW_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# Wayland windows and printing: installed where that is possible, never a reason to stop.
WELCOME_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "import": "imagemagick",
    "xwd": "x11-apps",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "strace": "strace",
}
# What `endure` watches programs with; without it some proofs are left out, and say so.
PROOF_PROGRAMS = {"strace": "strace"}
# What the tests ask the board with as a screen reader does; where it is not, they are left out.
SCREEN_READER = {
    "/usr/bin/dbus-daemon": "dbus-daemon",
    "/usr/lib/python3/dist-packages/pyatspi/__init__.py": "python3-pyatspi",
}
PACKAGE_PROGRAMS = {
    "objdump": "binutils",
    "dpkg-deb": "dpkg",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "update-mime-database": "shared-mime-info",
    "gio": "libglib2.0-bin",
}
CHECKS = (
    *("ruff check -q", "ruff format --check -q", "mypy", "lint-imports"),
    *("deptry --no-ansi evidence_board", "python packaging/translations.py --check"),
)
COVERED_LINES = 95  # per cent of the core's lines that the whole suite has to run


class Stop(Exception):
    """Ends the run with one sentence that says what to do."""


# --- the machine ---------------------------------------------------------------------------------


def loads(library: str) -> bool:
    """Return whether the dynamic loader finds ``library``."""
    try:
        return bool(ctypes.CDLL(library))
    except OSError:
        return False


def missing(libraries: dict[str, str], programs: dict[str, str]) -> list[str]:
    """Return the packages whose library or program is not on this machine."""
    if not sys.platform.startswith("linux"):
        return []
    absent = [package for library, package in libraries.items() if not loads(library)]
    absent += [package for program, package in programs.items() if not shutil.which(program)]
    return sorted(absent)


def require(
    libraries: dict[str, str], programs: dict[str, str], welcome: dict[str, str] | None = None
) -> None:
    """Install what is missing, or stop with the one command that does.

    ``welcome`` are packages by a file of theirs; they are installed where that is possible.
    """
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        others = [package for file, package in (welcome or {}).items() if not Path(file).exists()]
        install([*missing({**libraries, **WELCOME_LIBRARIES}, programs), *others])
    if absent := missing(libraries, programs):
        command = "apt-get install --no-install-recommends " + " ".join(absent)
        raise Stop(f"Missing on this machine; as root, run: {command}")


def install(packages: list[str]) -> None:
    """Install system packages; fetch the package lists only when it fails without."""
    if not packages:
        return
    say("installing " + " ".join(packages))
    if apt("install", "-y", "--no-install-recommends", *packages).returncode:
        apt("update")
        if (again := apt("install", "-y", "--no-install-recommends", *packages)).returncode:
            print(again.stdout, file=sys.stderr)


def apt(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run apt-get without a question, waiting for another one to end."""
    options = ("-q", "-o", "DPkg::Lock::Timeout=300")
    return silently("apt-get", *options, *arguments, DEBIAN_FRONTEND="noninteractive")


# --- the environment -----------------------------------------------------------------------------


def prepare(lock: str = "requirements.lock") -> None:
    """Make ``.venv`` hold what ``lock`` pins and the program itself; quick when it does."""
    stamp = VENV / f"{lock}.stamp"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == fingerprint(lock):
        return
    if not same_python():
        say("making .venv")
        make_environment()
    say(f"installing {lock}")
    pip("--require-hashes", "--requirement", str(ROOT / lock))
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    call(PYTHON, "-m", "compileall", "-q", "evidence_board")
    # The pins of the run are among those of the tests.
    for name in {lock, "requirements.lock"}:
        (VENV / f"{name}.stamp").write_text(fingerprint(name))


def fingerprint(lock: str) -> str:
    """Return what an environment depends on, as one digest."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {ROOT}".encode())
    for name in (lock, "pyproject.toml"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def same_python() -> bool:
    """Return whether ``.venv`` works, stands where it was made, and has this Python and a pip."""
    code = "import sys, pip; print(*sys.version_info[:2], sys.prefix)"
    try:
        found = subprocess.run([PYTHON, "-c", code], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    expected = "{} {} {}".format(*sys.version_info[:2], VENV)
    return found.stdout.strip() == expected and str(VENV) in (VENV / "pyvenv.cfg").read_text()


def make_environment() -> None:
    """Make an empty environment with pip in it, also where Python has no ensurepip."""
    if call(sys.executable, "-m", "venv", "--clear", "--without-pip", VENV):
        raise Stop(
            "This Python cannot make environments; as root, run: apt-get install python3-venv"
        )
    wheel = next((ROOT / "packaging" / "bootstrap").glob("pip-*.whl"))
    quiet = ("--no-index", "--no-deps", "-qq", "--disable-pip-version-check")
    if call(PYTHON, wheel / "pip", "install", *quiet, wheel):
        raise Stop("pip could not be put into .venv; its message stands above.")


def pip(*arguments: str) -> None:
    """Install into the environment; index and certificates come from the person's own settings."""
    quiet = ("-qq", "--disable-pip-version-check")
    if call(PYTHON, "-m", "pip", "install", *quiet, *arguments):
        raise Stop("pip could not install what is pinned; its message stands above.")


# --- the verbs -----------------------------------------------------------------------------------


def setup(arguments: list[str]) -> int:
    """Make .venv with the program in it (.venv/bin/evidence-board); nothing else."""
    prepare()
    require(WINDOW_LIBRARIES, {})
    return 0


def run(arguments: list[str]) -> int:
    """Open the program: run [-- ARGUMENTS]."""
    prepare()
    require(WINDOW_LIBRARIES, {})
    after = arguments[1:] if arguments[:1] == ["--"] else arguments
    return call(BIN / "evidence-board", *after, cwd=Path.cwd())


def test(arguments: list[str]) -> int:
    """Run the checks and the tests: test [PYTEST ARGUMENTS]."""
    require(WINDOW_LIBRARIES, TEST_PROGRAMS, SCREEN_READER)
    prepare("requirements-dev.lock")
    # Or else each worker, and each program that a test starts, compiles anew what was changed.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if narrowed(arguments):
        return call(PYTHON, "-m", "pytest", *arguments)
    findings = run_checks()
    coverage = ("--cov", "--cov-report=term", f"--cov-fail-under={COVERED_LINES}")
    # pytest goes last, so that its summary is the last line.
    failures = call(PYTHON, "-m", "pytest", "-n", "2", "--dist=loadgroup", *coverage, *arguments)
    return failures or findings


def narrowed(arguments: list[str]) -> bool:
    """Return whether the arguments choose some of the tests: then those alone are run."""
    return any(not one.startswith("-") or one[:2] in {"-k", "-m"} for one in arguments)


def check(arguments: list[str]) -> int:
    """Run ruff, mypy, import-linter, deptry and the translations check."""
    prepare("requirements-dev.lock")
    return run_checks()


def run_checks() -> int:
    """Run each check, show the output of those with findings, and return 1 if there are any."""
    failed = [command for command in CHECKS if not passes(command)]
    say("checks: " + (f"findings in {', '.join(failed)}" if failed else "no findings"))
    return 1 if failed else 0


def passes(command: str) -> bool:
    """Run one tool of the environment; print what it said if it found something."""
    program, *arguments = command.split()
    done = silently(BIN / program, *arguments)
    if done.returncode:
        print(done.stdout, flush=True)
    return done.returncode == 0


def bench(arguments: list[str]) -> int:
    """Measure: bench [NAME] [--json]."""
    require(WINDOW_LIBRARIES, {})
    prepare("requirements-dev.lock")
    if compared(arguments):
        prepare_peers()
    return call(PYTHON, "-m", "tests.benchmarks.runner", *arguments)


def endure(arguments: list[str]) -> int:
    """Prove what is promised of a project file: endure [NAME] [--json] [--write]."""
    require(WINDOW_LIBRARIES, PROOF_PROGRAMS)
    prepare("requirements-dev.lock")
    return call(PYTHON, "-m", "tests.endure.runner", *arguments)


def compared(arguments: list[str]) -> bool:
    """Return whether what is to be measured stands beside another program: the board does."""
    named = [one for one in arguments if not one.startswith("-")]
    return not named or named[0].partition(".")[0] == "board"


def prepare_peers() -> None:
    """Put the programs to compare with into their folder; what is measured does without them."""
    stamp = PEERS / "stamp"
    if stamp.exists() and stamp.read_text() == fingerprint(PEERS_LOCK):
        return
    say(f"installing {PEERS_LOCK}")
    shutil.rmtree(PEERS, ignore_errors=True)
    quiet = ("-qq", "--disable-pip-version-check", "--no-deps", "--require-hashes")
    place = ("--target", str(PEERS), "--requirement", str(ROOT / PEERS_LOCK))
    if call(PYTHON, "-m", "pip", "install", *quiet, *place):
        say("measuring without another program to compare with")
    else:
        stamp.write_text(fingerprint(PEERS_LOCK))


def lock(arguments: list[str]) -> int:
    """Pin all packages with hashes: lock [--upgrade]."""
    prepare("requirements-dev.lock")
    return call(PYTHON, ROOT / "packaging" / "pin.py", *arguments)


def package(arguments: list[str]) -> int:
    """Build the bundle and the .deb into dist/."""
    name = "libpython{}.{}".format(*sys.version_info[:2])
    require({**WINDOW_LIBRARIES, f"{name}.so.1.0": name}, PACKAGE_PROGRAMS)
    prepare("requirements-dev.lock")
    return call(PYTHON, ROOT / "packaging" / "build.py", *arguments)


def call(*command: str | Path, cwd: Path = ROOT) -> int:
    """Run a program to its end and return its exit code."""
    return subprocess.run(command, cwd=cwd, check=False).returncode


def silently(*command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, with these variables set, and keep what it says."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def say(text: str) -> None:
    """Print a line of our own, before what a program prints next."""
    print("dev.py:", text, file=sys.stderr, flush=True)


VERBS = {verb.__name__: verb for verb in (setup, run, test, check, bench, endure, lock, package)}


def main() -> int:
    """Do what the command line asks for."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is read by the Python that is there
        raise Stop("Evidence Board needs Python 3.11 or newer.")
    verb = VERBS.get(sys.argv[1]) if len(sys.argv) > 1 else None
    if verb is None:
        lines = [f"  {name:8} {one.__doc__}" for name, one in VERBS.items()]
        print("usage: python3 dev.py VERB [ARGUMENTS]", *lines, sep="\n")
        return 0 if sys.argv[1:] in (["-h"], ["--help"]) else 2
    return verb(sys.argv[2:])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as stop:
        sys.exit(f"dev.py: {stop}")
    except KeyboardInterrupt:
        sys.exit(130)
