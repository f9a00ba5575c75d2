"""What leaves as figures: rows for tables and programs, the board paper, and the tokens of programs."""
