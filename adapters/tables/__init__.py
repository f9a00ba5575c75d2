"""The pages of a workshop: a table's on a phone, the live screen, and what came of it; nobody signs in."""
