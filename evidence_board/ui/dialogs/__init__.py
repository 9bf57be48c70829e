"""Dialogs: only for a choice that must come first; the button carries the verb."""
