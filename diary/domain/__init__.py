"""What a diary is, true of a paper diary too: standard library only, no clock, no chance, no files."""
