"""What a person chose once for all libraries: ``settings.toml`` and its neighbours.

Knows files and no window. A fault in a file is a sentence with the file's name and line, and costs
only the setting that it is about.
"""
