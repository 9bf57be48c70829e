"""Issues: each brief that went out under a number, and how its judgements stood then."""

from typing import ClassVar, Literal

from sqlmodel import Field

from evidence_board.model.brief_plan import Depth, Paper
from evidence_board.model.record import JsonFields, Line, Numbered, Prose, Sha256
from evidence_board.model.scales import Tlp

BriefForm = Literal["pdf", "html", "md", "docx"]


class Issue(Numbered):
    """A numbered export of the brief.

    `sha256` is that of the file that was written, `state_hash` that of the records it was made of
    (`brief/state.py`). `judgements` has for the id of each key judgement how it stood: its mark,
    text, likelihood and confidence, how many origins, the marks of the sources behind it. They are
    copies, for the claims may change and go.
    """

    table: ClassVar[str] = "issue"
    plural: ClassVar[str] = "issues"
    noun: ClassVar[str] = "issue of the brief"

    issued_at: Line
    issued_by: Line = ""
    file_name: Line = ""
    form: BriefForm = "pdf"
    sha256: Sha256
    state_hash: Sha256
    tlp: Tlp = "TLP:AMBER"
    parts: tuple[Line, ...] = ()
    depth: Depth = "standard"
    paper: Paper = "A4"
    audience: Prose = ""
    distribution: Prose = ""
    judgements: JsonFields = Field(default_factory=dict)

    @property
    def mark(self) -> str:
        """None: an issue is cited by its number, which means something else by itself."""
        return ""
