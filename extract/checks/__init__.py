"""The paper's own arithmetic: tests that a paper's figures hold among themselves. A check never edits a value."""
