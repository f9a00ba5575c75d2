"""Draws every card of every conversation on every platform, so that people can look at them before a release."""
