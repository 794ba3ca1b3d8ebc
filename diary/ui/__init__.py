"""What a person sees: one folder per screen, drawn from frozen states; only this package knows Qt."""
