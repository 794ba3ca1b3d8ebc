"""The pieces every screen is made of: theme, type, icons, cards, buttons, scales, and work off the GUI thread."""
