"""How files are written so that they are whole, who holds a diary, and where things are kept before it is unlocked."""
