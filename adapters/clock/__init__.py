"""The clock: the way in for time itself."""
