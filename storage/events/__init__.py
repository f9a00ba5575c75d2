"""Events: what is announced to a circle, who comes, what they need, and what came of it for those who could not."""
