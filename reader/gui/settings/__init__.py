"""What a person chose, in force at once: the live settings, the keys, and the dialog for both."""
