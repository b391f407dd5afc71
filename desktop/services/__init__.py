"""The verbs: everything a person can do, each once, for screens and command line alike.

A verb takes a `Caller` and a place (an open `Store`, or the `Transaction` of the verb that calls it), checks the role,
does its work in one transaction and returns a value. SQL stands in `db`, rules in `desktop.rules`.
"""
