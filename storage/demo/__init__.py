"""The demo: a made-up organisation of people with a seat and as many quiet ones, its history, and a clock that can move."""
