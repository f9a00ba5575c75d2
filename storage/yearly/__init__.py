"""The yearly report: what was asked, what was promised and what became of it, from what was published and told to all."""
