"""The verbs of the command line: a file for each subject, each with `add_verbs`."""
