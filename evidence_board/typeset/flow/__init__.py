"""The parts of a brief as blocks: one file a part, as the templates of the PDF have them."""
