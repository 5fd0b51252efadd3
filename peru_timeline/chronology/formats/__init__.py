"""Output formats, one module each: a choice of events as a table, the sources as a bibliography."""
