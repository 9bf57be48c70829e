"""The calls by which a program writes files, as strace saw them."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TRACED = (
    "openat,open,creat,pwrite64,pwritev,write,writev,fsync,fdatasync,sync_file_range,ftruncate,"
    "truncate,fallocate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,"
    "mkdir,mkdirat,rmdir,close,lseek,dup,dup2,dup3,sendfile,copy_file_range"
)
_BEGUN = re.compile(r"(\d+) +(\w+)\((.*)\) += (-?\d+)")
_CUT = re.compile(r"(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Call:
    """A call that succeeded: its name, what stands between its commas, its texts, its result."""

    name: str
    arguments: tuple[str, ...]
    texts: tuple[bytes, ...]
    result: int

    @property
    def first(self) -> int:
        """The first argument: a descriptor, for most calls."""
        return int(self.arguments[0])


def traced(command: list[str | Path], log: Path, **variables: str) -> list[Call]:
    """Run a program under strace and return its calls; CalledProcessError if it fails."""
    strace = ("strace", "-f", "-xx", "-s", "20000000", "-e", f"trace={TRACED}", "-e", "signal=none")
    environment = os.environ | variables
    subprocess.run(
        [*strace, "-o", log, *command],
        check=True,
        env=environment,
        stdout=subprocess.DEVNULL,
        timeout=600,
    )
    return list(read(log))


def read(log: Path) -> Iterator[Call]:
    """Yield the calls of a log that succeeded, each where it returned."""
    waiting: dict[str, str] = {}
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            if cut := _CUT.match(line):
                waiting[cut[1]] = cut[3]
            elif resumed := _RESUMED.match(line):
                yield from _call(resumed[2], waiting.pop(resumed[1]) + resumed[3], resumed[4])
            elif whole := _BEGUN.match(line):
                yield from _call(whole[2], whole[3], whole[4])


def _call(name: str, arguments: str, result: str) -> Iterator[Call]:
    if int(result) >= 0:
        texts = tuple(bytes.fromhex(one.replace("\\x", "")) for one in _TEXT.findall(arguments))
        parts = tuple(_TEXT.sub("", arguments).replace(" ", "").split(","))
        yield Call(name, parts, texts, int(result))
