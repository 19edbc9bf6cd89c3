"""What comes from others with this project, on which terms, and is it what was pinned? `make audit` asks."""
