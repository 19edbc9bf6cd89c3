"""What is handed out as HTML of our own, without the app: the parts that embeds and the offline kit are made of."""
