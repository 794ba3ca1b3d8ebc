"""What a person can do with a diary; imports nothing, so that a window can be drawn before storage is loaded."""
