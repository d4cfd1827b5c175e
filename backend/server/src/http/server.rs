//! Listens, and stops in good order: what was taken is answered.

use super::{
    calendar, console, export, farewell, figures, graphql, guard::guard, health, import, instance::Instance,
    observe::observe, sign_in,
};
use crate::{config::Config, scheduler, telling};
use actix_web::{App, HttpServer, dev::ServerHandle, http::Method, middleware::from_fn, rt, web};
use std::{io, net::SocketAddr, sync::Arc, thread::available_parallelism, time::Duration};
use tokio::{
    signal::unix::{Signal, SignalKind, signal},
    time::sleep,
};

/// How long the server still listens after it was told to stop, so that whoever sends it requests can notice.
const NOTICE: Duration = Duration::from_millis(500);

/// Threads that take requests at most; the work is done in others.
const WORKERS: usize = 8;

/// Where a server listens.
pub struct Listening {
    /// GraphQL and the rest.
    pub server: SocketAddr,
    /// The figures.
    pub figures: SocketAddr,
}

/// Adds every route to an application.
pub fn routes(config: &mut web::ServiceConfig, instance: web::Data<Instance>) {
    graphql::routes(config, instance.graphql.clone());
    config.app_data(web::PayloadConfig::new(instance.body_bytes)).app_data(instance);
    for method in [Method::GET, Method::HEAD] {
        config.route("/livez", web::method(method.clone()).to(health::live));
        config.route("/readyz", web::method(method.clone()).to(health::ready));
        config.route("/calendar/{secret}.ics", web::method(method).to(calendar::calendar));
    }
    config
        .route("/import/measurements", web::post().to(import::measurements))
        .route("/import/cases", web::post().to(import::cases))
        .route("/export/{file}", web::get().to(export::file));
    farewell::routes(config);
    sign_in::routes(config);
    console::routes(config);
}

/// Serves until SIGTERM or SIGINT. `ready` is told where it listens.
///
/// # Errors
/// An address is taken, signals cannot be heard, or the figures are counted already in this process.
pub fn serve(config: &Config, instance: Arc<Instance>, ready: impl FnOnce(&Listening)) -> io::Result<()> {
    let recorder = figures::start().map_err(io::Error::other)?;
    let shared = web::Data::from(instance.clone());
    rt::System::new().block_on(async {
        // before anybody can know of the server, so that it hears from the first moment on
        let signals = Signals::heard()?;
        let data = shared.clone();
        let server = HttpServer::new(move || {
            let data = data.clone();
            App::new().wrap(from_fn(guard)).wrap(from_fn(observe)).configure(move |config| routes(config, data))
        });
        let workers = available_parallelism().map_or(1, usize::from).min(WORKERS);
        let server = server.workers(workers).disable_signals();
        let server = server.shutdown_timeout(config.keys.stop_seconds.into()).bind(config.listen)?;
        let figures = HttpServer::new(move || {
            let (recorder, shared) = (web::Data::new(recorder.clone()), shared.clone());
            App::new().app_data(recorder).app_data(shared).route("/metrics", web::get().to(figures::show))
        });
        let figures = figures.workers(1).disable_signals().shutdown_timeout(1).bind(config.metrics_listen)?;
        if let ([server], [figures]) = (&server.addrs()[..], &figures.addrs()[..]) {
            ready(&Listening { server: *server, figures: *figures });
        }
        let (server, figures) = (server.run(), figures.run());
        rt::spawn(telling::run(instance.database.clone(), config.keys.webhooks_anywhere));
        rt::spawn(scheduler::run(instance.database.clone(), instance.outgoing.clone()));
        rt::spawn(stop(instance, signals, server.handle(), figures.handle()));
        tokio::try_join!(server, figures).map(|_| ())
    })
}

/// Waits for the signal, gives notice, lets what is running end.
async fn stop(instance: Arc<Instance>, signals: Signals, server: ServerHandle, figures: ServerHandle) {
    signals.told_to_stop().await;
    tracing::info!("told to stop; finishing what is running");
    instance.begin_stopping();
    sleep(NOTICE).await;
    server.stop(true).await;
    figures.stop(true).await;
}

/// The signals that tell the server to stop.
struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    fn heard() -> io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn told_to_stop(mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
