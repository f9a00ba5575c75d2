"""The workspace in the browser: a small chat client in which one can be any of the people of the demonstration."""
