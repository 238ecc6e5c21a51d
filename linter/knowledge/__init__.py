"""The knowledge base of treatments and conditions, and how to find them in an article."""
