"""The guardians' inbox: the pages on which cases are read and worked, in a process of their own."""
