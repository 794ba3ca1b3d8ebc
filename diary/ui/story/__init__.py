"""What happened before the diary and during it, and everything that was tried."""
