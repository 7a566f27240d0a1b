//! The page on this machine only, at an address that is free, and built again whenever its sources change.

use crate::project::Project;
use crate::wasm::Effort;
use crate::watch::{self, Sources};
use crate::{freshness, page, setup};
use anyhow::{Context, Result};
use axum::Router;
use axum::http::{HeaderValue, header::CACHE_CONTROL};
use std::io::{ErrorKind, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

const USUAL_PORT: u16 = 8080;

pub fn run(project: &Project, wanted: Option<u16>) -> Result<()> {
    // Looked at first: a source may be edited while the compiler runs.
    let seen = Sources::now(project);
    if !freshness::is_fresh(project)? {
        setup::run(project)?;
        page::build(project, Effort::Quick)?;
    }
    let listener = listen(wanted)?;
    let address = listener.local_addr()?;
    eprintln!("\nServing dist/ until Ctrl+C, and building it again when something in src/ or www/ changes, at");
    println!("http://{address}/");
    std::io::stdout().flush()?;
    let dist = project.dist();
    std::thread::spawn(move || {
        if let Err(error) = answer(dist, listener) {
            eprintln!("\nerror: {error:#}");
            std::process::exit(1);
        }
    });
    watch::forever(project, seen, || rebuild(project))
}

/// A failure is told and ends nothing: what is in `dist/` is replaced only once everything is compiled.
fn rebuild(project: &Project) -> Result<()> {
    if freshness::is_fresh(project)? {
        return Ok(());
    }
    match page::build(project, Effort::Quick) {
        Ok(()) => eprintln!("\nBuilt again: reload the page"),
        Err(error) => eprintln!("\nerror: {error:#}\nThe page stays as it was until this is mended"),
    }
    Ok(())
}

/// A port that was asked for is taken or refused; otherwise any free one will do where the usual one is taken.
fn listen(wanted: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match wanted {
        Some(port) => bind(port).with_context(|| format!("port {port} cannot be used")),
        None => Ok(bind(USUAL_PORT).or_else(|error| match error.kind() {
            ErrorKind::AddrInUse | ErrorKind::PermissionDenied => bind(0),
            _ => Err(error),
        })?),
    }
}

fn answer(dist: PathBuf, listener: TcpListener) -> Result<()> {
    // Otherwise a browser may show yesterday's page after a rebuild.
    let always_ask = SetResponseHeaderLayer::overriding(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let site = Router::new().fallback_service(ServeDir::new(dist)).layer(always_ask);
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        axum::serve(tokio::net::TcpListener::from_std(listener)?, site).await?;
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_server_finds_another_port() {
        let first = listen(None).unwrap();
        let second = listen(None).unwrap();
        assert_ne!(first.local_addr().unwrap(), second.local_addr().unwrap());
        assert!(second.local_addr().unwrap().ip().is_loopback());
    }

    #[test]
    fn a_port_that_was_asked_for_and_is_taken_is_named() {
        let holder = listen(None).unwrap();
        let port = holder.local_addr().unwrap().port();
        let error = listen(Some(port)).unwrap_err();
        assert_eq!(error.to_string(), format!("port {port} cannot be used"));
    }
}
