"""The calling board on a second screen: who is called and where to, and who comes next."""
