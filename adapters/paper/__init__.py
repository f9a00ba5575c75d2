"""Prints board papers as PDF."""
