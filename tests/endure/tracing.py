"""Whether programs can be traced here: the proofs that need it are left out where they cannot."""

import shutil
import subprocess
from functools import cache


@cache
def why_not() -> str:
    """Return why no program can be traced, in a sentence; nothing if one can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(
        ["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, check=False
    )
    return "this system lets no program be traced (ptrace)" if done.returncode else ""
