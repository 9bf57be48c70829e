"""The forms that a brief can have: what each is called, how its file ends, what makes it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from evidence_board.brief.content import Brief
from evidence_board.model.issue import BriefForm
from evidence_board.typeset.attachment import Attachment


@dataclass(frozen=True)
class Form:
    """A form: its name on the command line, what people call it, the end of its file's name."""

    name: BriefForm
    title: str
    suffix: str


FORMS = (
    Form("pdf", "PDF", ".pdf"),
    Form("html", "Web page", ".html"),
    Form("md", "Markdown", ".md"),
    Form("docx", "Word document", ".docx"),
)
BY_NAME: Mapping[str, Form] = {form.name: form for form in FORMS}

Maker = Callable[[Brief, Sequence[Attachment]], bytes]


def made(form: str, brief: Brief, attached: Sequence[Attachment] = ()) -> bytes:
    """Return a brief in a form; only a PDF carries what is attached. Raises TypesetError."""
    return _makers()[form](brief, attached)


def _makers() -> dict[str, Maker]:
    # Here, for Typst takes memory that the window, which asks for the names, never needs.
    from evidence_board.typeset.docx.package import docx
    from evidence_board.typeset.html.page import html
    from evidence_board.typeset.markdown import markdown
    from evidence_board.typeset.pdf import pdf

    return {
        "pdf": lambda brief, attached: pdf(brief, at=brief.at, attached=attached),
        "html": lambda brief, _attached: html(brief),
        "md": lambda brief, _attached: markdown(brief),
        "docx": lambda brief, _attached: docx(brief),
    }
