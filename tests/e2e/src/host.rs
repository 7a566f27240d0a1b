//! A static host on this machine that remembers what it was asked for.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use tower_http::services::ServeDir;

/// The folder of the built page.
pub fn dist() -> Result<PathBuf> {
    let dist = PathBuf::from(std::env::var("SHIFAN_DIST").unwrap_or_else(|_| "../../dist".to_owned()));
    anyhow::ensure!(dist.join("index.html").is_file(), "no page in {}: run `cargo xtask build`", dist.display());
    Ok(dist)
}

/// The folder of the built sites of `tests/hosts`, where the run has them.
fn hosts() -> PathBuf {
    PathBuf::from(std::env::var("SHIFAN_HOSTS").unwrap_or_else(|_| "../../target/hosts/dist".to_owned()))
}

/// The host of one story.
pub struct Host {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Host {
    /// Serves `SHIFAN_DIST` on a free port, and what is not there from `SHIFAN_HOSTS`.
    pub async fn start() -> Result<Host> {
        let dist = dist()?;
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        let remember = from_fn(move |request: Request, next: Next| {
            seen.lock().expect("no story panics here").push(request.uri().path().to_owned());
            next.run(request)
        });
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.context("no free port")?;
        let address = format!("http://{}/", listener.local_addr()?);
        let app = Router::new().fallback_service(ServeDir::new(dist).fallback(ServeDir::new(hosts()))).layer(remember);
        tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Host { address, requests })
    }

    /// The address of the page.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The paths asked for so far.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no story panics here").clone()
    }
}
