"""Gestures: what a press of the pointer begins, one generator a tool."""
