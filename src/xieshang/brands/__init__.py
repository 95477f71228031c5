"""Brands and their six-haves: each with real records to show for it, looked over and of an age."""
