"""Fetching one page from the web: only in a worker process, only because a person pressed."""
