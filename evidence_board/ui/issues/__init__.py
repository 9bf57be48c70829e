"""Issues: what is open in a project, found in turns, listed worst first, told while linking."""
