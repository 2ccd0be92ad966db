"""One sentence of a letter: which place it means, what it asks for, which words it quotes."""
