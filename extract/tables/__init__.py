"""What tables mean: their kind, their headers, their columns, and the figures in them."""
