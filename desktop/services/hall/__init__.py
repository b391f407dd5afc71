"""The hall: who waits for whom, who is called, what the calling screens show."""
