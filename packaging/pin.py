"""Write the lock files: each package with version and hashes, no word on where it came from."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = (
    *("pip", "compile", "--quiet"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)
LOCKS = {
    "requirements.lock": ("pyproject.toml", "--group", "build"),
    # Constrained by the first, so that the tests run with what people run.
    "requirements-dev.lock": (
        *("pyproject.toml", "--group", "build", "--group", "dev"),
        *("-c", "requirements.lock"),
    ),
    # By themselves: the programs that benchmarks compare with run on the Qt that people run.
    "requirements-bench.lock": ("--group", "bench"),
}
# The settings of pip that uv knows under another name.
UV_NAMES = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "cert": "SSL_CERT_FILE",
}


def settings_for_uv(listed: str) -> dict[str, str]:
    """Return environment variables that say to uv what ``pip config list`` said of pip."""
    found = {"UV_INDEX_STRATEGY": "unsafe-best-match"}  # the newest of all indexes, as pip does
    for line in listed.splitlines():
        key, _, value = line.partition("=")
        name = UV_NAMES.get(key.rpartition(".")[2])
        if name:
            places = value.strip("'").replace("\\n", " ").split()
            found[name] = ("," if name == "UV_FIND_LINKS" else " ").join(places)
    return found


def pinned(arguments: tuple[str, ...], environment: dict[str, str], name: str) -> str:
    """Return what the lock file ``name`` has to hold."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, name)
        if (ROOT / name).exists():  # uv keeps the pins that it finds in its output file
            output.write_text((ROOT / name).read_text())
        uv = Path(sys.executable).parent / "uv"
        subprocess.run(
            [str(uv), *COMPILE, *arguments, "--output-file", str(output)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )
        return output.read_text()


def main() -> int:
    """Pin anew; arguments such as ``--upgrade`` go to uv."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=True
    ).stdout
    environment = {**settings_for_uv(listed), **os.environ}
    for name, arguments in LOCKS.items():
        text = pinned((*arguments, *sys.argv[1:]), environment, name)
        if "://" in text or "--index" in text or "--find-links" in text:
            print(
                f"{name} would name the place its packages came from: not written", file=sys.stderr
            )
            return 1
        (ROOT / name).write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
