"""The page that says who writes in the diary."""
