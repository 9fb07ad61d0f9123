"""What a document is: who, what and when, and the papers inside a pack."""
