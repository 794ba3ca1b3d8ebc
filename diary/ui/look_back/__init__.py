"""Look back: the days as charts on one date axis, and the list of what was written, by whom and when."""
