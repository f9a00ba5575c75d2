"""The page of promises: what all staff were promised and what became of it, for anyone to read, where that is wanted."""
