"""The board: geometry in arrays, painters that draw it, gestures that change it."""
