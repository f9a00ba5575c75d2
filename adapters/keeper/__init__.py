"""The keeper of second keys: the small program that somebody else runs, and how Hearback asks it."""
