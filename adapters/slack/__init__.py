"""The Slack door: what people do in Slack comes in as events, and what the bot answers goes out as Slack draws it."""
