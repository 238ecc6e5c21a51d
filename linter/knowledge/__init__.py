"""What medlint knows of treatments and conditions, and how it finds them in an article."""
