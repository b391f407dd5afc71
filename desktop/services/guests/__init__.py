"""Clients, their invitations, and the door."""
