"""From the sections of a document to drafts of rows, a module for each shape of section."""
