"""What the application is measured against, built as other people build it."""
