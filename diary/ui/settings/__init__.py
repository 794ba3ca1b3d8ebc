"""Settings: how it looks, which keys work, what opens the diary, and its backups."""
