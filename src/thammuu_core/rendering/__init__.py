"""Writing documents: one model of what is to be written, a .docx and a PDF from it."""
