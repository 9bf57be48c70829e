"""What a site says in place of a page, as a sentence."""

from collections.abc import Mapping

from evidence_board.ingest.fetching.places import Place

_BROWSER = "Open it in a browser, save it and add the file."
_WHY: Mapping[int, str] = {
    401: f"{{host}} wants a sign-in for this page (401). {_BROWSER}",
    402: f"{{host}} wants to be paid for this page (402). {_BROWSER}",
    403: f"{{host}} does not give out this page (403). {_BROWSER}",
    404: "{host} has no such page (404). Check the address, or look for it in a web archive.",
    406: f"{{host}} does not give out this page in a form that is read here (406). {_BROWSER}",
    407: f"{{host}} wants a sign-in on the way to it (407). {_BROWSER}",
    410: "{host} has taken this page away (410). Look for it in a web archive.",
    429: "{host} has been asked too often (429). Try again later.",
    451: f"{{host}} may not give out this page by law (451). {_BROWSER}",
}


def why_no_page(status: int, place: Place) -> str:
    """Return why an answer with this status is no page, and what to do."""
    if status in _WHY:
        return _WHY[status].format(host=place.host)
    if status >= 500:
        return f"{place.host} has a fault of its own ({status}). Try again later."
    return f"{place.host} gave no page but the answer {status}. {_BROWSER}"
