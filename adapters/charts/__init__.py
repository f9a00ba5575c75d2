"""Draws charts as pictures, and serves those that Slack and Teams fetch."""
