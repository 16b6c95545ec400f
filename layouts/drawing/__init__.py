"""The map as a picture without a browser: numbers, classes, patterns and circles of the screen."""
