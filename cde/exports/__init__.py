"""Open data: the cases as files that other people and programs can read, below `/api/v1/`."""
