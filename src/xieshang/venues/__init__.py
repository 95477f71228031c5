"""Venues at work: reception days with two on duty, visits, yearly reviews, rooms, coverage."""
