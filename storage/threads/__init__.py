"""Threads that two sides write in while nobody can tell from the database who they are, how many there are, or when."""
