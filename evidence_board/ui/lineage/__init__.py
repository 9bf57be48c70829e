"""Lineage: where a claim comes from, drawn and counted, and what falls if some of it falls."""
