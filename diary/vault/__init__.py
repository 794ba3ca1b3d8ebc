"""Keys and sealed bytes: who can open a diary, and with what."""
