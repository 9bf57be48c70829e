"""What does not hold in an investigation, or is not done: one rule a file, all in `rules.py`."""
