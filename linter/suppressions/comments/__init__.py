"""Comments in an article that suppress its findings: read, apply and write them."""
