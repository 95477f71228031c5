"""The rooms of the year plan of consultations."""
