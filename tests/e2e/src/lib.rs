//! The page in a real browser: what the stories in `tests/` share.
