"""The code in the hand: made, drawn and read."""
