"""Sổ văn bản pháp luật: the register, its documents, what they demand; what a document cites, held against it."""
