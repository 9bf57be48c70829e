"""Evidence Board: what is claimed, by whom, from which origin, how sure."""

VERSION = "0.1.0"
"""The version of the program; the packaging metadata must say the same."""
