"""What was said before that is like what is said now."""
