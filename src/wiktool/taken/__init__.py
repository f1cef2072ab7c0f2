"""Use cases that join letters, checks and input files."""
