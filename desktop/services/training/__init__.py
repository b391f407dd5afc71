"""What was learnt before somebody meets clients: courses, who passed them, until when."""
