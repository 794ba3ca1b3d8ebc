"""Together: how two measures move together, said first, then as plain averages, then drawn."""
