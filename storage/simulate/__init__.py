"""Made-up organisations and made-up answers of any size and mood, always the same from the same seed."""
