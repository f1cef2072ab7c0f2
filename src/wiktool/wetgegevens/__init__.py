"""Dated legal tables with their sources, and their loader."""
