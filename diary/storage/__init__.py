"""The diary on disk: immutable revisions, and tables that are a pure function of them."""
