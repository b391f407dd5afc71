"""Working time and the clocks."""
