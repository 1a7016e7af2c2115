"""One frozen library per schema, opened by a test for ever.

``v1.db`` (and so on) was made once with ``python -m tests.libraries tests/libraries/v1.db`` by the program
whose schema had version 1. It is never made again: a new schema gets a new file beside it.
"""
