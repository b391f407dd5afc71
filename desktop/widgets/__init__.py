"""Parts used by more than one face: the look, and everything that is built from it."""
