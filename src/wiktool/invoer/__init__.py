"""Readers of the files users already have."""
