"""Build the bundle and the .deb into dist/: what ``dev.py package`` calls."""

import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import debian
import licences

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
BUNDLE = DIST / "evidence-board"


def bundle() -> None:
    """Make the folder that runs without Python or a package installed."""
    options = (
        "--noconfirm",
        "--log-level",
        "ERROR",
        "--distpath",
        DIST,
        "--workpath",
        ROOT / "build",
    )
    specification = ROOT / "packaging" / "evidence-board.spec"
    command = [sys.executable, "-m", "PyInstaller", *map(str, options), str(specification)]
    subprocess.run(command, cwd=ROOT, check=True)


def main() -> int:
    """Build both; what stood in dist/ before is replaced."""
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    bundle()
    listed = DIST / "binaries.json"
    texts = BUNDLE / "licences"
    parts = licences.collect(listed, texts)
    listed.unlink()
    deb = debian.build(BUNDLE, texts, version("evidence-board"), DIST)
    print(f"{deb.relative_to(ROOT)}: {deb.stat().st_size / 1e6:.0f} MB, {len(parts)} bundled parts")
    return 0


if __name__ == "__main__":
    sys.exit(main())
