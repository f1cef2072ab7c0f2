"""Readers of letters, one module per file format; ``invoer.briefbestand`` is the door."""
