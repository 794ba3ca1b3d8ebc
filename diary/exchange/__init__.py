"""Other programs' files, read and written: every row is accounted for, and blank is never 0."""
