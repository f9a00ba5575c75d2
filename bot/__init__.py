"""The core of Hearback: what happens when somebody presses, writes, or a time arrives. Standard library only."""
