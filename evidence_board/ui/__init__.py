"""The window: everything that draws, listens and needs QtWidgets."""
