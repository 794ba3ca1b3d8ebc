"""A made-up diary: believable, the same for the same seed, and with links of known size in it."""
