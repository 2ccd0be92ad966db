"""Việc của tôi: what waits for the one who looks, and what they wait for."""
