"""Long lists painted row by row: the table, the ground of a row, what shows below the list."""
