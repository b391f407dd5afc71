"""The kiosk: the door of an event."""
