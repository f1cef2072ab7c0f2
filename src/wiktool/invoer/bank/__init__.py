"""Bank statements: what came in, whatever the bank's format."""
