"""Oops, wrong diary: the page on which an entry is moved to another diary of this computer."""
