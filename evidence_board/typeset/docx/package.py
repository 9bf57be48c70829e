"""The files of a DOCX in their archive, the same bytes for the same brief."""

import io
import zipfile
from collections.abc import Iterator, Sequence

from evidence_board.brief.content import Brief
from evidence_board.brief.crops import size_of
from evidence_board.typeset.blocks import Block, Figure, Image
from evidence_board.typeset.characters import StandIns, shows
from evidence_board.typeset.docx.body import Body
from evidence_board.typeset.docx.pages import footer, header, page
from evidence_board.typeset.docx.styles import styles
from evidence_board.typeset.docx.xml import HEADER, NAMESPACES, element, text
from evidence_board.typeset.figures import pictures_of
from evidence_board.typeset.flow.parts import blocks_of

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS = "http://purl.org/dc/elements/1.1/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive: the earliest that it can say."""


def docx(brief: Brief) -> bytes:
    """Return the brief as DOCX; the same brief gives the same bytes. Raises TypesetError."""
    blocks = blocks_of(brief)
    pictures = tuple(_pictures(brief, blocks))
    body = Body(blocks, [size_of(one) for one in pictures]).written() + page()
    files = dict(_files(brief, body, pictures))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, content)
    return packed.getvalue()


def _pictures(brief: Brief, blocks: Sequence[Block]) -> Iterator[bytes]:
    """Yield a PNG for each figure and image, in their order."""
    drawings = [block.drawing for block in blocks if isinstance(block, Figure)]
    drawn = iter(pictures_of(drawings))
    for block in blocks:
        if isinstance(block, Figure):
            yield next(drawn)
        elif isinstance(block, Image):
            yield brief.files[block.file]


def _files(
    brief: Brief, body: str, pictures: tuple[bytes, ...]
) -> Iterator[tuple[str, str | bytes]]:
    document = element("body", body)
    yield "[Content_Types].xml", _types()
    yield "_rels/.rels", _relations(
        [("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
         ("properties", f"{_LINKS}/metadata/core-properties", "docProps/core.xml")]
    )  # fmt: skip
    yield "docProps/core.xml", _core(brief)
    yield "word/document.xml", f"{HEADER}<w:document {NAMESPACES}>{document}</w:document>"
    yield "word/styles.xml", styles()
    yield "word/header.xml", header(brief)
    yield "word/footer.xml", footer(brief)
    yield (
        "word/_rels/document.xml.rels",
        _relations(
            [(name, f"{_OFFICE}/{name}", f"{name}.xml") for name in ("styles", "header", "footer")]
            + [
                (f"figure{number}", f"{_OFFICE}/image", f"media/figure{number}.png")
                for number in range(1, len(pictures) + 1)
            ]
        ),
    )
    for number, picture in enumerate(pictures, 1):
        yield f"word/media/figure{number}.png", picture


def _types() -> str:
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "header": "header",
        "footer": "footer",
    }
    parts = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{HEADER}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{parts}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relations(rows: list[tuple[str, str, str]]) -> str:
    held = "".join(
        f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, kind, target in rows
    )
    return f'{HEADER}<Relationships xmlns="{_LINKS}">{held}</Relationships>'


def _core(brief: Brief) -> str:
    """Return the properties: title and marking, nothing else."""
    title = text(StandIns(shows, breaks=False).printed(brief.title))
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_PROPERTIES}" xmlns:dc="{_TERMS}">'
        f"<dc:title>{title}</dc:title><cp:keywords>{text(brief.handling.label)}</cp:keywords>"
        "</cp:coreProperties>"
    )
