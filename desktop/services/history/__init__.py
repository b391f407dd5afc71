"""What became of a record, who saw it, and taking back one change."""
