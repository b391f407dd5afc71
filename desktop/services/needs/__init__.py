"""What clients need, heard before anything is built, and who of us has taken note of it."""
