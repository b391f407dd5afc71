"""Which concerns are alike: the only user of numpy. No screen, no storage, no network."""
