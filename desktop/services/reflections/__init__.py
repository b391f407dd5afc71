"""What executives take from a talk (心得), and what becomes of it."""
