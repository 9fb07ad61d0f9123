"""From a Document to a Reading: pure functions, without files, database, clock or network."""
