"""Bytes from outside in, drafts of sources out; or a sentence that says why not."""
