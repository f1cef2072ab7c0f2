"""Findings as comments in a copy of the Word letter; ``brief`` is the way in."""
