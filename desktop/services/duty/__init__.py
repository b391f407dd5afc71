"""What executives owe their clients, and what they have done."""
