"""One frozen library per schema, opened by a test for ever.

``v1.db`` was made once with ``python -m tests.libraries tests/libraries/v1.db`` by the program
whose schema had version 1, and so on. None is ever made again: a new schema gets a file beside it.
"""
