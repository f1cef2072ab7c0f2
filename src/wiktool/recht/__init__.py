"""The law, in the order of the statutes. Pure functions: no clock, no files, no terminal."""
