"""Who meets whom: pairs and tables without repeats, mentors for mentees, and draws that anybody can check."""
