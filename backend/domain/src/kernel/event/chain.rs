//! Reading a log back: the first entry that is not what was written is named.

use super::{Event, Seal, genesis, seal};
use crate::kernel::AgreementId;

/// The last entry of a log: what the next one is chained to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number; 0 while the log is empty.
    pub number: i64,
    /// Its seal; [`genesis`] while the log is empty.
    pub seal: Seal,
}

impl Head {
    /// The head of an empty log.
    #[must_use]
    pub fn empty(agreement: AgreementId) -> Self {
        Self { number: 0, seal: genesis(agreement) }
    }
}

/// The first entry at which a log is not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tampered {
    /// The number of the entry that is wrong or absent.
    pub number: i64,
    /// What is wrong with it.
    pub what: Fault,
}

/// How a log can be found wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The entry differs from what was sealed, or its seal or the one before it was changed.
    Changed,
    /// Another, later entry stands in its place: it was removed or moved.
    Missing {
        /// The number that stands there.
        found: i64,
    },
    /// An entry with a number that had already passed stands in its place: it was repeated or moved.
    Misplaced {
        /// The number that stands there.
        found: i64,
    },
    /// The entry belongs to another agreement.
    Foreign,
    /// The log stops before this entry, which the stored head names.
    Cut,
    /// The log goes beyond the stored head.
    Beyond,
}

impl std::fmt::Display for Tampered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let number = self.number;
        match self.what {
            Fault::Changed => write!(f, "entry {number} is not what was sealed"),
            Fault::Missing { found } => write!(f, "entry {number} is missing; entry {found} stands in its place"),
            Fault::Misplaced { found } => write!(f, "entry {number} is missing; entry {found} stands there again"),
            Fault::Foreign => write!(f, "entry {number} belongs to another agreement"),
            Fault::Cut => write!(f, "entry {number} is missing; the log was cut short"),
            Fault::Beyond => write!(f, "entry {number} stands beyond the recorded end of the log"),
        }
    }
}

impl std::error::Error for Tampered {}

/// Reads a log in order and stops at the first entry that is not what was written.
///
/// Somebody who can rewrite every later entry and the stored head makes a chain that is whole again; only a head
/// kept elsewhere (in a backup, by a partner) shows that. [`Chain::close`] compares with such a head.
#[derive(Clone, Copy, Debug)]
pub struct Chain {
    agreement: AgreementId,
    head: Head,
}

impl Chain {
    /// Before the first entry of an agreement's log.
    #[must_use]
    pub fn start(agreement: AgreementId) -> Self {
        Self { agreement, head: Head::empty(agreement) }
    }

    /// After an entry up to which it was read before.
    #[must_use]
    pub const fn after(agreement: AgreementId, head: Head) -> Self {
        Self { agreement, head }
    }

    /// What has been read so far.
    #[must_use]
    pub fn head(&self) -> Head {
        self.head
    }

    /// Takes the next entry with its stored seal.
    ///
    /// # Errors
    /// [`Tampered`] when it is not the next entry as it was written.
    pub fn take(&mut self, event: &Event, stored: &Seal) -> Result<(), Tampered> {
        let number = self.head.number + 1;
        let fault = match event.number {
            _ if event.agreement != self.agreement => Some(Fault::Foreign),
            found if found > number => Some(Fault::Missing { found }),
            found if found < number => Some(Fault::Misplaced { found }),
            _ if seal(&self.head.seal, event) != *stored => Some(Fault::Changed),
            _ => None,
        };
        if let Some(what) = fault {
            return Err(Tampered { number, what });
        }
        self.head = Head { number, seal: *stored };
        Ok(())
    }

    /// The log ends here: does the recorded head say so too?
    ///
    /// # Errors
    /// [`Tampered`] when entries are missing at the end or stand beyond it, or the last seals differ.
    pub fn close(self, recorded: Head) -> Result<Head, Tampered> {
        match self.head.number.cmp(&recorded.number) {
            std::cmp::Ordering::Less => Err(Tampered { number: self.head.number + 1, what: Fault::Cut }),
            std::cmp::Ordering::Greater => Err(Tampered { number: recorded.number + 1, what: Fault::Beyond }),
            std::cmp::Ordering::Equal if self.head.seal == recorded.seal => Ok(self.head),
            std::cmp::Ordering::Equal => Err(Tampered { number: recorded.number, what: Fault::Changed }),
        }
    }

    /// Reads a whole log of entries and stored seals, in the order of their numbers.
    ///
    /// # Errors
    /// [`Tampered`] at the first entry that is not what was written.
    pub fn verify(agreement: AgreementId, entries: impl IntoIterator<Item = (Event, Seal)>) -> Result<Head, Tampered> {
        let mut chain = Self::start(agreement);
        for (event, stored) in entries {
            chain.take(&event, &stored)?;
        }
        Ok(chain.head)
    }
}
