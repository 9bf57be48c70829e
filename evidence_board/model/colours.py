"""The colours that a person may give to frames and cards; a theme says how each one looks."""

COLOURS = ("blue", "teal", "green", "amber", "orange", "pink", "violet", "grey")
"""Their names, as they stand in the file; no colour is an empty text."""
