"""Scores that a board can trust: each with its number of answers, how sure it is, and a change only where there is one."""
