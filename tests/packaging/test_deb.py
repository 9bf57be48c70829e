"""The .deb as someone meets it: valid, installed, opened through its file type, removed.

Outside the default suite, since it builds for minutes and installs on this machine:
``python3 dev.py test -m packaging`` as root.
"""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SHARE = ROOT / "packaging" / "share"
DESKTOP_FILE = Path("/usr/share/applications/evidence-board.desktop")
TITLE = "Opened through its file type"
OUR_TYPE = "application/vnd.evidence-board+sqlite3"

pytestmark = [pytest.mark.packaging, pytest.mark.timeout(900)]
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="installs and removes a package")


def output(*command: str | Path) -> str:
    """Return what a program prints; fail with all of it when the program does."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def deb() -> Path:
    """Build the package."""
    output(sys.executable, ROOT / "packaging" / "build.py")
    return next((ROOT / "dist").glob("evidence-board_*.deb"))


@pytest.fixture(scope="module")
def installed(deb: Path) -> Iterator[Path]:
    """Install the package with what it depends on, and take it away again."""
    output("apt-get", "install", "-y", "--reinstall", deb)
    yield deb
    subprocess.run(["apt-get", "purge", "-y", "evidence-board"], capture_output=True, check=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project made by the installed program, under a name that says nothing."""
    made = tmp_path / "case.evboard"
    output("/usr/bin/evidence-board", "new", made, "--title", TITLE)
    return made.rename(tmp_path / "case")


@pytest.fixture
def display() -> Iterator[dict[str, str]]:
    """Start a screen with a window manager; return the environment of programs on it."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    with os.fdopen(reading) as told:
        name = ":" + told.readline().strip()
    os.close(writing)
    environment = {**os.environ, "DISPLAY": name}
    environment.pop("QT_QPA_PLATFORM", None)
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    yield environment
    for process in (manager, server):
        process.terminate()
        process.wait(timeout=10)


def file_type(path: Path) -> str:
    """Return what the desktop takes a file for."""
    told = output("gio", "info", "-a", "standard::content-type", path)
    return told.rpartition("standard::content-type:")[2].strip()


def windows(environment: dict[str, str], name: str) -> list[str]:
    """Return the visible windows whose title has ``name``."""
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", name],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.split()


def test_the_desktop_entry_is_valid() -> None:
    assert output("desktop-file-validate", SHARE / "evidence-board.desktop") == ""


def test_the_description_for_software_centres_is_valid() -> None:
    output("appstreamcli", "validate", "--no-net", SHARE / "evidence-board.metainfo.xml")


def test_the_package_ships_the_licences_of_qt_fonts_and_icons(deb: Path) -> None:
    listed = output("dpkg-deb", "--contents", deb)

    for text in ("pyside6-essentials/LGPL-3.0.txt", "fonts/OFL.txt", "typst/", "python/"):
        assert f"/usr/share/doc/evidence-board/licences/{text}" in listed


def test_the_package_leaves_the_builders_gtk_and_x11_with_the_builder(deb: Path) -> None:
    listed = output("dpkg-deb", "--contents", deb)

    assert "libgtk" not in listed
    assert "libX11" not in listed
    assert "libqgtk3" not in listed


@needs_root
@pytest.mark.usefixtures("installed")
def test_a_project_is_known_by_what_it_holds_and_other_databases_stay_themselves(
    project: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE plain (id)")
    connection.close()

    assert file_type(project) == OUR_TYPE
    assert file_type(other) == "application/vnd.sqlite3"
    assert output("gio", "mime", OUR_TYPE).splitlines()[0].endswith(DESKTOP_FILE.name)


@needs_root
@pytest.mark.usefixtures("installed")
def test_the_installed_program_reads_a_text_and_writes_a_brief(
    project: Path, tmp_path: Path
) -> None:
    text = tmp_path / "report.txt"
    text.write_text("The bridge was closed on Tuesday, the ministry said.\n", encoding="utf-8")
    brief = tmp_path / "brief.pdf"

    output("/usr/bin/evidence-board", "add", project, text)
    output("/usr/bin/evidence-board", "brief", project, "-o", brief)

    assert "report.txt" in output("pdftotext", brief, "-")


@needs_root
@pytest.mark.usefixtures("installed")
def test_the_installed_program_makes_the_sample_case(tmp_path: Path) -> None:
    output("/usr/bin/evidence-board", "sample", tmp_path / "sample.evboard")
    output("/usr/bin/evidence-board", "check", tmp_path / "sample.evboard")


@needs_root
@pytest.mark.usefixtures("installed")
def test_a_project_opens_in_the_window_through_its_file_type(
    project: Path, display: dict[str, str]
) -> None:
    launched = subprocess.Popen(["gio", "launch", DESKTOP_FILE, project], env=display)
    try:
        found = wait_for_window(display)
        picture = ROOT / "build" / "installed.png"
        command = ["import", "-window", "root", str(picture)]
        subprocess.run(command, env=display, check=True)
        subprocess.run(["xdotool", "windowclose", found], env=display, check=True)
        assert launched.wait(timeout=20) == 0
    finally:
        launched.kill()
    assert not project.with_name("case-journal").exists()


def wait_for_window(environment: dict[str, str]) -> str:
    """Return the window that shows the project, after giving it a moment to fill."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if found := windows(environment, TITLE):
            time.sleep(2)
            return found[0]
        time.sleep(0.3)
    pytest.fail("no window shows the project")


@needs_root
def test_nothing_is_left_once_the_package_is_removed(installed: Path) -> None:
    files = output("dpkg-query", "--listfiles", "evidence-board").splitlines()
    ours = [Path(name) for name in files if "evidence-board" in name]
    assert len(ours) > 100

    output("apt-get", "purge", "-y", "evidence-board")

    assert [path for path in ours if path.exists() or path.is_symlink()] == []
    assert "evidence-board" not in Path("/usr/share/applications/mimeinfo.cache").read_text()
    assert "evidence-board" not in Path("/usr/share/mime/globs2").read_text()
