"""What all conversations share: the database, the directory, ballots, releases, deliveries."""
