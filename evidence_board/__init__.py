"""Evidence Board: what is claimed, by whom, from which origin, how sure."""
