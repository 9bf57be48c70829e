"""The brief as plain values: sections, findings and citations, without layout, clock or file."""
