"""The door for programs: a read-only API of published figures, and the addresses of files."""
