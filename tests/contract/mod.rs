//! What the repository promises about itself: arrows, sizes, migrations, licences, generated files.

mod house;
mod licences;
