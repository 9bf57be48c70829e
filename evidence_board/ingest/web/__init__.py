"""Web pages: from markup to a tree, to the text of the article, to what the page says of itself."""
