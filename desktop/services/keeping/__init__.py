"""What keeps a day's work when a disk, a stick or a person fails."""
