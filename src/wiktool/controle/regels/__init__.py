"""One module per check code."""
