"""Plain text and Markdown, with the ways in which text prints tables."""
