"""What is done with notes besides writing them: their history, quick ones, templates."""
