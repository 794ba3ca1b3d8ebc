"""Today: the day's questions, answered by buttons or by keys, and a note."""
