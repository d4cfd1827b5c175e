//! A line to the database that can be cut.

use std::{
    io::{Read as _, Write as _},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// Stands between the server and its database.
pub struct Outage {
    port: u16,
    cut: Arc<AtomicBool>,
    open: Arc<Mutex<Vec<TcpStream>>>,
}

impl Outage {
    /// A line to the database of a URL.
    pub fn before(url: &str) -> Self {
        let database: SocketAddr = host(url).parse().unwrap();
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (cut, open) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
        let (is_cut, lines) = (cut.clone(), open.clone());
        thread::spawn(move || {
            for caller in listener.incoming().flatten() {
                let mut lines = lines.lock().unwrap();
                if is_cut.load(Ordering::SeqCst) {
                    let _ = caller.shutdown(Shutdown::Both);
                } else if let Ok(called) = TcpStream::connect(database) {
                    copy(caller.try_clone().unwrap(), called.try_clone().unwrap());
                    copy(called.try_clone().unwrap(), caller.try_clone().unwrap());
                    lines.extend([caller, called]);
                }
            }
        });
        Self { port, cut, open }
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

fn copy(mut from: TcpStream, mut to: TcpStream) {
    thread::spawn(move || {
        let mut some = [0; 16 * 1_024];
        while let Ok(size @ 1..) = from.read(&mut some) {
            if to.write_all(&some[..size]).is_err() {
                break;
            }
        }
        let _ = to.shutdown(Shutdown::Both);
    });
}
