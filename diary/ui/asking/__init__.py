"""What Today asks: the person's choice, their own questions, and the list of what can be part of a day."""
