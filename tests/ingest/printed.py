"""Small PDFs, made here object by object."""

from collections.abc import Mapping


def pdf(
    *pages: str,
    more: str = "",
    count: int | None = None,
    size: str = "300 400",
    page: str = "",
    resources: str = "",
    objects: Mapping[int, str] | None = None,
) -> bytes:
    """Return a PDF in which each page is drawn by these operators.

    ``page`` are further entries of each page, ``objects`` further objects by number.
    """
    kids = " ".join(f"{10 + 2 * number} 0 R" for number in range(len(pages)))
    held = {
        1: f"<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) {more} >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {count or len(pages)} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        4: "<< /Title (Bridge of Harwick closed) /Author (user1) /CreationDate (D:20200101) >>",
    }
    for number, drawn in enumerate(pages):
        held[10 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] {page} "
            f"/Contents {11 + 2 * number} 0 R "
            f"/Resources << /Font << /F 3 0 R >> {resources} >> >>"
        )
        held[11 + 2 * number] = f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream"
    held |= objects or {}
    made, places = b"%PDF-1.7\n", {}
    for number, body in held.items():
        places[number] = len(made)
        made += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(made)
    made += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        made += f"{number} 1\n{place:010} 00000 n \n".encode()
    highest = max(places) + 1
    return (
        made
        + (
            f"trailer << /Root 1 0 R /Info 4 0 R /Size {highest} >>\nstartxref\n{start}\n%%EOF\n"
        ).encode()
    )


def written(*lines: str, step: int = 14) -> str:
    """Return the operators that write lines, each below the last."""
    shown = " ".join(f"({line}) Tj 0 -{step} Td" for line in lines)
    return f"BT /F 11 Tf 20 360 Td {shown} ET"


FIRST = written(
    "Bridge of Harwick closed", "", "The old bridge of the town of Harwick was closed on the",
    "Monday after a crack was found in one of its piers.",
)  # fmt: skip
SECOND = written("The second page says that it stays closed.")
