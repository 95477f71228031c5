"""Study and reading: numbered sessions, the study group, lectures going out, groups, episodes."""
