"""The commands of `cde`, one a module: each says its options and runs."""
