//! What a process keeps in memory because it cannot change: documents by their digest, answers by all they rest on.

use std::{
    any::Any,
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
};

/// So many things by their key; the oldest goes when another one comes.
pub(super) struct Shelf {
    most: usize,
    held: Mutex<Held>,
}

#[derive(Default)]
struct Held {
    things: HashMap<[u8; 32], Arc<dyn Any + Send + Sync>>,
    order: VecDeque<[u8; 32]>,
}

impl Shelf {
    /// A shelf with room for `most`.
    pub(super) fn of(most: usize) -> Self {
        Self { most, held: Mutex::default() }
    }

    /// The thing with that key, made where it is not there. Two that ask at once may both make it.
    ///
    /// # Errors
    /// What `make` answers.
    pub(super) fn take<T: Any + Send + Sync, E>(
        &self,
        key: [u8; 32],
        make: impl FnOnce() -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let known = self.held().things.get(&key).cloned();
        if let Some(Ok(thing)) = known.map(Arc::downcast::<T>) {
            return Ok(thing);
        }
        let thing = Arc::new(make()?);
        let mut held = self.held();
        if held.things.insert(key, thing.clone()).is_none() {
            held.order.push_back(key);
        }
        while held.order.len() > self.most {
            if let Some(oldest) = held.order.pop_front() {
                held.things.remove(&oldest);
            }
        }
        Ok(thing)
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_goes_and_comes_again() {
        let shelf = Shelf::of(2);
        let mut made = 0;
        let mut take = |key: u8| {
            let thing = shelf.take([key; 32], || {
                made += 1;
                Ok::<u8, ()>(key)
            });
            assert_eq!(*thing.unwrap(), key);
            made
        };
        assert_eq!([take(1), take(2), take(1), take(3), take(2), take(1)], [1, 2, 2, 3, 3, 4]);
    }
}
