"""The document on disk: the only place with SQL, and the only writer."""
