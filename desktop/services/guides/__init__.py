"""What leads a talk at each node, and what was answered to its questions."""
