"""Docks: what stands beside the views and shows the same records."""
