"""The running app in Chromium: what a reader sees, and what the browser has to say about it."""
