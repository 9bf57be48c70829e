"""The parts of a brief: one file and one row of `PARTS` each."""
