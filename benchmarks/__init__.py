"""Measurements: ratios against a named peer in the same run, never assertions in the tests."""
