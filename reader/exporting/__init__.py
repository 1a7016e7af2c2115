"""Papers as files for other programs. Each format is a module, to be imported when needed."""
