"""The pages in front of a diary: whose it is, its lock, and bringing back a backup."""
