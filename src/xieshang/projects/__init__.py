"""Projects brought in and services done: by whom, how far, for how many; the same one once."""
