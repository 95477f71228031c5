"""Study and reading on the desk: sessions, episodes, groups that read."""
