"""Suggestions: what a text says of itself, who says what in it, and what sources share.

Pure rules for the English-language press: text in, frozen values out; nothing is written, and
nothing is final before a person has accepted it. What others use:

- `of_text(text, today, published=None) -> tuple[OfText, ...]`: all proposals of one text by itself.
- `Index()`, with `add(source, text)`, `remove(source)`, `passages(source)`, `all_passages()`: the
  passages that sources share; adding one text more costs only what that text shares.
- the values in `suggestion`: `Bibliographic`, `Attribution`, `Hedge`, `Quantity`, `DateMention`,
  `Citation`, `Reuse`, each with `kind`, `span` and `reason`; `plain.plain_values` gives JSON.
"""
