"""Showing reports to people: on a terminal and as pages."""
