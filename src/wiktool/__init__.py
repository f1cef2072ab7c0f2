"""Dutch collection costs and WIK letters: calculate, write and check them."""

__version__ = "0.1.0"
