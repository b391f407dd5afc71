"""Common matters: suggested by likeness, decided by a person."""
