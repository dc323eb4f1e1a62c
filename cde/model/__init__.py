"""The content model: what each kind of record may hold. Both languages at once."""
