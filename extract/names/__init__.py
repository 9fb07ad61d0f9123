"""Printed names and what they stand for: forces and areas, measures."""
