"""Events for people's own calendars: one as a file, or all of a person's as a feed."""
