"""Cards, packages, disagreements, plain copies."""
