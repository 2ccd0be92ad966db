"""Facts of an example for each template, of our own making: a .toml file by its code, read by `worked_facts`."""
