"""Client lists as offices keep them, read into values."""
