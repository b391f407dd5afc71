"""The command line: every verb without a screen."""
