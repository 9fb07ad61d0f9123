"""Sample papers made from published figures, each with what a person reads in it; see README.md in this folder."""
