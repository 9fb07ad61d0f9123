"""The dates that a paper states, and what each is the date of."""
