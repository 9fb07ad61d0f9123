"""The look of a printed page: its lines in reading order, its tables with and without rules, its furniture."""
