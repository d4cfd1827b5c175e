//! Groups and people for the tests of this folder.
