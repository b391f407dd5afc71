"""Names, phones and rooms in all their spellings, and the terms they are found by: pure functions, no SQL."""
