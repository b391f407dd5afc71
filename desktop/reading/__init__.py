"""Paper that comes back as pictures."""
