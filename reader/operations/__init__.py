"""What the library does when it takes more than one room: matching and storing, queue and index.

``Library`` is the face; each of its longer actions is one function here.
"""
