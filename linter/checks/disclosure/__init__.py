"""What an article discloses: status statements, and whether they are adequate for a product and its use."""
