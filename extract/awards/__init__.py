"""Money given for a purpose, from tables and from sentences."""
