"""Workshops: tables that write without an account, their themes and the room's, and what phones chose."""
