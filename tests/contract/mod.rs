//! What the repository promises about itself: arrows, sizes, migrations, generated files.

mod house;
