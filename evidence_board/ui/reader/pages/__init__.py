"""Pages of a PDF in the reader: their pictures, and what is marked on them."""
