"""A brief as DOCX: WordprocessingML of our own, so that the same brief gives the same bytes.

Parts of the package: `package.py` the files, `body.py` the blocks, `styles.py` the looks.
"""
