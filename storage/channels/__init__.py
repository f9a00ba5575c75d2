"""Channels that belong to a circle: which ones, and what is posted there for everybody to read, each thing once."""
