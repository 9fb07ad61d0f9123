"""Figures that a paper states in its sentences."""
