"""What other programs may ask and record, by versions that do not change under them."""
