"""Output formats, one module each: events as a table, their sources as a bibliography."""
