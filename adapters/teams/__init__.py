"""The Microsoft Teams door: what people press and write in Teams becomes events, and replies become Adaptive Cards."""
