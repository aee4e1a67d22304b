"""World to RawDocument: files, folders, feeds of lines, addresses."""
