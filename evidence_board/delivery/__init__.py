"""From a project to what leaves the house and back: the files of a brief, and what they prove."""
