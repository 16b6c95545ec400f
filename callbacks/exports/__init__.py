"""Files for a meeting: slides, paper and pictures, made in a process of their own."""
