"""The Brief mode: what the brief has, its pages as they will be, what stands in its way."""
