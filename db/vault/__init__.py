"""Keys: the key file beside a database, and the device's own signing and reading keys inside it."""
