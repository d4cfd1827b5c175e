//! Who may see and do what, for every field, argument and role.
