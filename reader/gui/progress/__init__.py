"""Reading progress: the week in the sidebar, and the page of a year."""
