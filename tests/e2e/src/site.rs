//! A host of a story's own folder, that can be stopped and come back with other contents.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderValue, header::CACHE_CONTROL};
use tokio::runtime::Runtime;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::host::dist;

/// A copy of what was built, and its host.
pub struct Site {
    folder: PathBuf,
    place: SocketAddr,
    /// A runtime of its own: what ends it also ends the connections that the browser keeps open.
    running: Option<Runtime>,
}

impl Site {
    /// Copies `SHIFAN_DIST` into a folder and hosts it on a free port.
    pub async fn start(folder: &Path) -> Result<Site> {
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
        copy(&dist()?, folder)?;
        let mut site = Site { folder: folder.to_owned(), place: "127.0.0.1:0".parse()?, running: None };
        site.come_back()?;
        Ok(site)
    }

    /// The address of the host.
    pub fn address(&self) -> String {
        format!("http://{}/", self.place)
    }

    /// A file of the folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Stops answering.
    pub fn stop(&mut self) {
        if let Some(runtime) = self.running.take() {
            runtime.shutdown_background();
        }
    }

    /// Answers at the same address again.
    pub fn come_back(&mut self) -> Result<()> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let always_ask = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        let app = Router::new().fallback_service(ServeDir::new(&self.folder)).layer(always_ask);
        let socket = std::net::TcpListener::bind(self.place).context("the port is taken")?;
        self.place = socket.local_addr()?;
        socket.set_nonblocking(true)?;
        runtime.spawn(async move { axum::serve(tokio::net::TcpListener::from_std(socket)?, app).await });
        self.running = Some(runtime);
        Ok(())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Copies a folder and what is in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?
        } else {
            std::fs::copy(entry.path(), target).map(drop)?
        }
    }
    Ok(())
}
