"""The tests: they mirror the program, and speak to it through its doors."""
