"""The first window of a new device: from the language to a rehearsal, and the passphrase of an encrypted one."""
