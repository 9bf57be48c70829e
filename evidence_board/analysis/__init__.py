"""Findings from records: pure functions, no file, no window, no clock."""
