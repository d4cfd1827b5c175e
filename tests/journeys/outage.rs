//! A line to the database that can be cut, or say nothing.

use std::{
    io::{Read as _, Write as _},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Condvar, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// Stands between the server and its database.
pub struct Outage {
    port: u16,
    cut: Arc<AtomicBool>,
    open: Arc<Mutex<Vec<TcpStream>>>,
    gate: Arc<Gate>,
}

/// What is sent waits here while the line says nothing.
#[derive(Default)]
struct Gate {
    is_shut: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    fn set(&self, is_shut: bool) {
        *self.is_shut.lock().unwrap() = is_shut;
        self.opened.notify_all();
    }

    fn pass(&self) {
        let is_shut = self.is_shut.lock().unwrap();
        drop(self.opened.wait_while(is_shut, |is_shut| *is_shut).unwrap());
    }
}

impl Outage {
    /// A line to the database of a URL.
    pub fn before(url: &str) -> Self {
        let database: SocketAddr = host(url).parse().unwrap();
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (cut, open) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
        let (is_cut, lines, gate) = (cut.clone(), open.clone(), Arc::<Gate>::default());
        let passing = gate.clone();
        thread::spawn(move || {
            for caller in listener.incoming().flatten() {
                let mut lines = lines.lock().unwrap();
                if is_cut.load(Ordering::SeqCst) {
                    let _ = caller.shutdown(Shutdown::Both);
                } else if let Ok(called) = TcpStream::connect(database) {
                    copy(caller.try_clone().unwrap(), called.try_clone().unwrap(), passing.clone());
                    copy(called.try_clone().unwrap(), caller.try_clone().unwrap(), passing.clone());
                    lines.extend([caller, called]);
                }
            }
        });
        Self { port, cut, open, gate }
    }

    /// The same URL through this line.
    pub fn url(&self, url: &str) -> String {
        url.replacen(host(url), &format!("127.0.0.1:{}", self.port), 1)
    }

    /// Cuts every connection, and takes none.
    pub fn begin(&self) {
        let mut open = self.open.lock().unwrap();
        self.cut.store(true, Ordering::SeqCst);
        for line in open.drain(..) {
            let _ = line.shutdown(Shutdown::Both);
        }
    }

    /// Keeps every connection and takes new ones, but nothing gets through.
    pub fn stall(&self) {
        self.gate.set(true);
    }

    /// Everything gets through again, what has waited first.
    pub fn resume(&self) {
        self.gate.set(false);
    }

    /// Takes connections again.
    pub fn end(&self) {
        self.cut.store(false, Ordering::SeqCst);
    }
}

/// Where the server of a URL is.
fn host(url: &str) -> &str {
    let after = url.split_once("://").map_or(url, |(_, rest)| rest);
    let place = after.split('/').next().unwrap_or(after);
    place.rsplit('@').next().unwrap_or(place)
}

fn copy(mut from: TcpStream, mut to: TcpStream, gate: Arc<Gate>) {
    thread::spawn(move || {
        let mut some = [0; 16 * 1_024];
        while let Ok(size @ 1..) = from.read(&mut some) {
            gate.pass();
            if to.write_all(&some[..size]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
    });
}
