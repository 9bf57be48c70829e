"""The Reader: the words of one source, what is marked in them, and claims made from them."""
