"""Bytes from outside in, drafts of sources out: refused with a sentence, or read without a guess."""
