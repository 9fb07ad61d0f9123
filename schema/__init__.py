"""The shared words of panelpapers: what a paper is, what was read in it, and the database that keeps it."""
