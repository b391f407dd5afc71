"""Concerns: taken down, taken on, listed."""
