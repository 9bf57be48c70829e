"""One reader for each kind of file: bytes in, a reading out. They run in worker processes."""
