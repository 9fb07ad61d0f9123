"""Scanned pages: what recognises their text, and words and lines of what was recognised."""
