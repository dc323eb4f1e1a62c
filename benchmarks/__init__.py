"""Measurements of this site that are too slow, or need too much, to be tests."""
