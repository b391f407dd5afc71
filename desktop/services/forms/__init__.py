"""Paper that comes back: forms found by their number, words typed in, pictures attached, what is missing counted."""
