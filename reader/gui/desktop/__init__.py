"""What makes the window a good citizen of the desktop: one of it, quiet, at home in its folders."""
