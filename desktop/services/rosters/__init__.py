"""Client lists in, and back out."""
