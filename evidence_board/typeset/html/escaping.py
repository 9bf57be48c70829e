"""Text and numbers as they may stand in HTML and SVG: nothing in a text is markup."""

from html import escape


def text(words: str) -> str:
    """Return words as content or as the value of a quoted attribute."""
    return escape(words, quote=True)


def number(value: float) -> str:
    """Return a length with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def tag(name: str, content: str = "", /, **attributes: str | float) -> str:
    """Return an element; `_` in names of attributes stands for `-`, a final one for nothing."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="'
        f'{text(value) if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"
