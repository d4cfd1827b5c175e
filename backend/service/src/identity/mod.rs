//! Who is who: people, sign-in, sessions, API tokens, and the actor that a credential stands for.

mod actor;
pub mod openid;
mod password;
mod people;
mod secret;
mod sessions;
pub mod store;
mod token_key;
mod tokens;

pub use actor::{Credential, actor_of_person, authenticate};
pub use password::Password;
pub use people::{
    Account, NewPerson, accept_invitation, accounts, create_person, invite, is_set_up, offer_set_up, person,
    person_by_email, set_up,
};
pub use sessions::{SessionOpened, sign_in, sign_out};
pub use token_key::TokenKey;
pub use tokens::{Exchanged, create_token, exchange_token, revoke_token, tokens_of};
