//! A real nginx with the very sample that is handed out: only the port and the folder are put in.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use tokio::process::{Child, Command};

use crate::host::dist;

/// nginx, until it is dropped or stopped.
pub struct Nginx {
    place: SocketAddr,
    process: Child,
}

/// What it answers.
pub struct Answer {
    /// The number of the status.
    pub status: u16,
    headers: Vec<(String, String)>,
    /// As it came, compressed or not.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }
}

impl Nginx {
    /// Hosts a folder; what nginx itself writes goes into `work`.
    pub async fn start(folder: &Path, work: &Path) -> Result<Nginx> {
        let place = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let sample = std::fs::read_to_string(dist()?.join("examples/nginx.conf"))?;
        let folder = folder.canonicalize()?;
        let sample = put(&sample, "listen 80;", &format!("listen {place};"))?;
        let sample = put(&sample, "alias /srv/shifan/;", &format!("alias \"{}/\";", folder.display()))?;
        std::fs::create_dir_all(work)?;
        let work = work.canonicalize()?;
        std::fs::write(work.join("sample.conf"), sample)?;
        // One process that stays in front: what ends it ends everything.
        let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|kind| format!("{kind}_temp_path \"{}\";\n", work.join(kind).display()))
            .concat();
        let around = format!(
            "daemon off;\nmaster_process off;\npid \"{0}/pid\";\nerror_log \"{0}/error.log\";\nevents {{}}\n\
             http {{\naccess_log off;\n{temporary}include \"{0}/sample.conf\";\n}}\n",
            work.display()
        );
        std::fs::write(work.join("nginx.conf"), around)?;
        let program = std::env::var("NGINX_PROGRAM").unwrap_or_else(|_| "/usr/sbin/nginx".to_owned());
        let process = Command::new(&program)
            .arg("-p")
            .arg(&work)
            .arg("-c")
            .arg(work.join("nginx.conf"))
            .arg("-e")
            .arg(work.join("error.log"))
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("{program} does not start"))?;
        let since = Instant::now();
        while TcpStream::connect(place).is_err() {
            let said = || std::fs::read_to_string(work.join("error.log")).unwrap_or_default();
            ensure!(since.elapsed() < crate::PATIENCE, "nginx does not answer: {}", said());
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
        Ok(Nginx { place, process })
    }

    /// The address of the folder.
    pub fn address(&self) -> String {
        format!("http://{}/shifan/", self.place)
    }

    /// Ends it.
    pub async fn stop(&mut self) -> Result<()> {
        Ok(self.process.kill().await?)
    }

    /// Asks for a path of the host, with these headers.
    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Result<Answer> {
        let mut stream = TcpStream::connect(self.place)?;
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").context("no end of the headers")?;
        let head = String::from_utf8(answer[..end].to_vec())?;
        let (first, rest) = head.split_once("\r\n").context("no headers")?;
        let status = first.split(' ').nth(1).context("no status")?.parse()?;
        let pairs = rest.lines().filter_map(|line| line.split_once(": "));
        let headers = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Ok(Answer { status, headers, body: answer[end + 4..].to_vec() })
    }
}

fn put(sample: &str, place: &str, text: &str) -> Result<String> {
    ensure!(sample.matches(place).count() == 1, "the sample must have `{place}` once");
    Ok(sample.replacen(place, text, 1))
}
