"""What verifying a brief found, as plain values."""

from dataclasses import dataclass
from typing import Literal

from evidence_board.analysis.telling import RecordTold
from evidence_board.brief.stamp import Stamp

FindingKind = Literal[
    "unreadable",
    "not a brief",
    "stamp",
    "attachment",
    "picture",
    "text",
    "look",
    "file",
    "project",
    "state",
    "unchecked",
]
"""Why a brief does not stand: it cannot be read; it is something else; its stamp is gone or not the
one it was written with; what is attached is another; a picture is not what its original shows;
words, drawings or other bytes of the file are others; it is of another project; the project has
another state by now; or nothing speaks against it, but its pages could not be compared with
anything."""


@dataclass(frozen=True)
class Finding:
    """Something that does not agree, in one sentence; `where` is a page or a file inside."""

    kind: FindingKind
    where: str
    text: str


@dataclass(frozen=True)
class Verification:
    """What became of a check: it agrees where there are no findings.

    `stamp` is None where the file has none; `attached` says that the project is inside, `compared`
    how the pages were checked, `state` is that of the project that was given, empty without one.
    `remarks` are sentences about what was checked and what could not be; `differences` is what is
    otherwise in the project than when the brief was made.
    """

    file_name: str
    stamp: Stamp | None = None
    attached: bool = False
    compared: Literal["bytes", "words", "nothing"] = "nothing"
    state: str = ""
    findings: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()
    differences: tuple[RecordTold, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether the brief was compared, and nothing speaks against it."""
        return not self.findings

    @property
    def unknown(self) -> bool:
        """Whether nothing is known to be wrong, but the pages could not be checked."""
        return [one.kind for one in self.findings] == ["unchecked"]
