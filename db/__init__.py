"""What is kept: the database, its history, what travels between databases, and the search in it.

Nothing here knows a screen, a PDF or a rule of the house; `desktop.services` is the only caller that writes.
"""
