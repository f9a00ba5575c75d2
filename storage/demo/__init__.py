"""The demo: a made-up organisation of sixty people, its history, and a clock that can be moved."""
