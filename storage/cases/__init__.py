"""Cases: what somebody raised, who may read it, and what guardians did about it; whole, but with no screen yet."""
