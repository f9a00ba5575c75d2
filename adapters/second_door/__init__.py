"""The second door: speaking up on a public page, without signing in; it keeps nothing between one page and the next."""
