"""Get help now: whom to call, without a diary, a network or a reason."""
