"""Pages and pictures that are made from the running code, so that they cannot fall behind it."""
