"""Talks and their numbers."""
