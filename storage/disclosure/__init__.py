"""What may be published of a round without proving what anybody said: rules, and the attack that tries to break them.

Pure: no database, nothing of conversations. `release.release` is called once, at the close, with the opened ballots in
memory. The rules are explained in docs/disclosure.md, and their ids (A5, A6 ...) stand in the code where they are kept.
"""
