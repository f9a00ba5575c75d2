"""The ways in: one folder per platform. A door turns a payload into an event and a reply into the platform's own form."""
