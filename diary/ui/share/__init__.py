"""Share: the doctor's page, seen before it is saved, and the whole diary as a file for other programs."""
