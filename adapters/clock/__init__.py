"""The clock as a way in."""
