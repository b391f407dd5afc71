"""The office's window: lists in, concerns followed up, devices brought together, papers out."""
