"""Put a bundle into a .deb, by the folders that Debian knows."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARE = ROOT / "packaging" / "share"
MAINTAINER = "Evidence Board maintainers <maintainers@evidence-board.invalid>"
# What Qt loads from the system; without the second list it runs, but not on Wayland or to paper.
DEPENDS = (
    *("libdbus-1-3", "libegl1", "libfontconfig1", "libgcc-s1", "libgl1"),
    *("libglib2.0-0t64 | libglib2.0-0", "libstdc++6", "zlib1g"),
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"),
    *("libxkbcommon-x11-0", "libxkbcommon0"),
)
RECOMMENDS = (
    *("libcups2t64 | libcups2", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
    *("desktop-file-utils", "hicolor-icon-theme", "shared-mime-info"),
)
CONTROL = """\
Package: evidence-board
Version: {version}
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kibibytes}
Depends: libc6 (>= {libc}), {depends}
Recommends: {recommends}
Section: misc
Priority: optional
Description: take reports apart into claims and write a traceable brief
 Evidence Board keeps sources byte for byte, holds claims that point to exact
 words in them, links claims that support or contradict each other, and writes
 an accessible PDF brief whose sentences lead back to those words.
 .
 It works on one ordinary file and never uses the network by itself.
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Evidence Board
Comment: The texts of all bundled parts are in the folder licences beside this file.
 Qt and PySide6 are used under LGPL-3.0: their libraries lie unchanged in
 /usr/lib/evidence-board/_internal/PySide6 and may be replaced there.

Files: *
Copyright: 2026 Evidence Board maintainers
License: Apache-2.0
 On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.
"""


def build(bundle: Path, licences: Path, version: str, target: Path) -> Path:
    """Return the package made of ``bundle`` and ``licences``, in the folder ``target``."""
    architecture = printed("dpkg", "--print-architecture")
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        tree.chmod(0o755)  # it becomes the root of a file system
        lay_out(tree, bundle, licences)
        write_control(tree, version, architecture)
        deb = target / f"evidence-board_{version}_{architecture}.deb"
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zzstd", "--build", str(tree), str(deb)],
            stdout=subprocess.DEVNULL,
            check=True,
        )
    return deb


def lay_out(tree: Path, bundle: Path, licences: Path) -> None:
    """Copy all files to where they belong below ``tree``."""
    without = shutil.ignore_patterns(licences.name)  # Debian keeps texts with the documents
    shutil.copytree(bundle, tree / "usr/lib/evidence-board", symlinks=True, ignore=without)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/evidence-board").symlink_to("../lib/evidence-board/evidence-board")
    share = tree / "usr/share"
    put(SHARE / "evidence-board.desktop", share / "applications")
    put(SHARE / "evidence-board.xml", share / "mime/packages")
    put(SHARE / "evidence-board.metainfo.xml", share / "metainfo")
    icons = ROOT / "resources" / "icons"
    put(icons / "evidence-board.svg", share / "icons/hicolor/scalable/apps")
    for picture in sorted((icons / "app").glob("*/evidence-board.png")):
        put(picture, share / "icons/hicolor" / picture.parent.name / "apps")
    documents = share / "doc/evidence-board"
    shutil.copytree(licences, documents / "licences")
    put(ROOT / "CHANGELOG.md", documents)
    (documents / "copyright").write_text(COPYRIGHT)


def put(file: Path, folder: Path) -> None:
    """Copy a file into a folder, made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / file.name)


def write_control(tree: Path, version: str, architecture: str) -> None:
    """Tell dpkg what this is and what it needs; all files are readable by everybody."""
    program = tree / "usr/lib/evidence-board/evidence-board"
    for path in tree.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
    kibibytes = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    text = CONTROL.format(
        version=version,
        architecture=architecture,
        maintainer=MAINTAINER,
        kibibytes=kibibytes,
        libc=str(os.confstr("CS_GNU_LIBC_VERSION")).removeprefix("glibc "),
        depends=", ".join(DEPENDS),
        recommends=", ".join(RECOMMENDS),
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(text)


def printed(*command: str) -> str:
    """Return what a program prints, without the end of the line."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
