"""From files to a database: readers for each format, batches of papers, the command line."""
