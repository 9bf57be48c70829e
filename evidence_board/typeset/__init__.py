"""A brief as a PDF: fixed Typst templates, plain values, bundled fonts; no project, no network."""
