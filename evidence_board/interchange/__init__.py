"""Other forms of an investigation, to and from plain values; one format a file."""
