"""Small files of every kind, made here: office files, mails, saved pages, archives of the web."""

import gzip
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>{title}</dc:title>'
    "<dc:creator>{creator}</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>"
)
PAGE = (
    "<html><head><title>Bridge of Harwick closed</title></head><body><h1>Bridge of Harwick closed"
    "</h1><p>The old bridge was closed on Monday after a crack was found in it.</p></body></html>"
)
ADDRESS = "https://gazette.example/bridge"


def zipped(members: dict[str, str | bytes], *, packed: bool = True) -> bytes:
    """Return a ZIP archive."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED if packed else ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def docx(body: str, title: str = "", creator: str = "", **more: str) -> bytes:
    """Return a Word document with this body."""
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    core = CORE.format(title=title, creator=creator)
    return zipped({"word/document.xml": document, "docProps/core.xml": core, **more})


def paragraph(words: str) -> str:
    """Return a paragraph of a Word document."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def odt(body: str, title: str = "", creator: str = "") -> bytes:
    """Return an OpenDocument text with this body."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            '<o:document-content xmlns:o="o" xmlns:text="t" xmlns:table="b"><o:body><o:text>'
            f"{body}</o:text></o:body></o:document-content>",
        )
        archive.writestr("meta.xml", CORE.format(title=title, creator=creator))
    return made.getvalue()


def mail(text: str = "The ferry left at noon.\n", page: str = "") -> EmailMessage:
    """Return a mail."""
    made = EmailMessage()
    made["From"] = "Anna Reed <anna@gazette.example>"
    made["To"] = "desk@gazette.example"
    made["Subject"] = "Die Fähre"
    made["Date"] = "Mon, 02 Oct 2023 23:30:00 -0500"
    made["Message-ID"] = "<1@gazette.example>"
    made.set_content(text)
    if page:
        made.add_alternative(page, subtype="html")
    return made


def mhtml(page: str = PAGE, location: str = ADDRESS, inside: str = "") -> bytes:
    """Return a page as Chromium saves it."""
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {location}\r\nSubject: Bridge\r\n"
        "Date: Thu, 5 Oct 2023 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n'
        "------B\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: 8bit\r\nContent-Location: {location}\r\n\r\n"
        f"{page}\r\n{inside}------B--\r\n"
    ).encode()


def record(
    kind: str, body: bytes, content_type: str = "application/http", address: str = ADDRESS
) -> bytes:
    """Return a record of a WARC."""
    header = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"WARC-Date: 2023-10-05T08:00:00Z\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return header.encode() + body + b"\r\n\r\n"


def answered(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    """Return what a server answers with a page."""
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def warc(*pages: bytes, packed: bool = False) -> bytes:
    """Return an archive of answers, as wget writes it."""
    records = [record("warcinfo", b"software: test\r\n", "application/warc-fields")]
    records += [record("response", one) for one in pages]
    return b"".join(map(gzip.compress, records)) if packed else b"".join(records)
