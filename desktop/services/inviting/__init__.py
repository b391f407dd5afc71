"""The week before an event: who was reached, how much room is left, reminders, codes made anew."""
