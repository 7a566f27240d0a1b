//! The steps of a test run: two at a time, the output of each in one piece, and a table of how long they took.

use crate::project::Project;
use crate::tool::Tool;
use anyhow::{Context, Result, anyhow, ensure};
use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How many run at the same time. What two browsers and a compiler ask of the machine is enough for two cores.
const AT_ONCE: usize = 2;

/// How often a run that has nothing else to say tells what it is waiting for.
const HEARTBEAT: Duration = Duration::from_secs(60);

/// One step.
pub struct Stage {
    /// Its name in the command line.
    pub slug: &'static str,
    pub what: &'static str,
    /// What it needs on the machine. It is installed before the stage starts, for one stage at a time.
    pub tools: &'static [Tool],
    /// The stages that have to pass first, if they are part of the run.
    pub after: &'static [&'static str],
    /// Whether it compiles into `target/debug`: of these, Cargo lets only one work.
    pub compiles: bool,
    pub step: fn(&Project) -> Result<()>,
}

impl Stage {
    pub const fn new(slug: &'static str, what: &'static str, step: fn(&Project) -> Result<()>) -> Self {
        Self { slug, what, tools: &[], after: &[], compiles: false, step }
    }

    pub const fn with(self, tools: &'static [Tool]) -> Self {
        Self { tools, ..self }
    }

    pub const fn after(self, after: &'static [&'static str]) -> Self {
        Self { after, ..self }
    }

    pub const fn compiling(self) -> Self {
        Self { compiles: true, ..self }
    }

    /// Runs it here and now.
    fn run(&self, project: &Project) -> Result<()> {
        let started = Instant::now();
        self.tools.iter().try_for_each(|tool| tool.install(project))?;
        (self.step)(project)?;
        eprintln!("=== {}: passed in {} ===", self.slug, seconds(started.elapsed()));
        Ok(())
    }
}

/// The stages that are named, in their order: by slugs or the beginnings of them, with commas between.
pub fn select<'a>(stages: &'a [Stage], names: &[String]) -> Result<Vec<&'a Stage>> {
    let mut places = Vec::new();
    for name in names.iter().flat_map(|name| name.split(',')) {
        let exact = stages.iter().position(|stage| stage.slug == name);
        let begins = |at: &usize| !name.is_empty() && stages[*at].slug.starts_with(name);
        let found: Vec<usize> = exact.map_or_else(|| (0..stages.len()).filter(begins).collect(), |at| vec![at]);
        ensure!(!found.is_empty(), "there is no stage `{name}`\n\n{}", list(stages));
        ensure!(found.len() == 1, "`{name}` is the beginning of more than one stage\n\n{}", list(stages));
        places.extend(found);
    }
    places.sort_unstable();
    places.dedup();
    Ok(places.into_iter().map(|at| &stages[at]).collect())
}

/// Every slug with what it stands for.
pub fn list(stages: &[Stage]) -> String {
    stages.iter().map(|stage| format!("{:<14} {}\n", stage.slug, stage.what)).collect()
}

/// Runs one stage here, and several as programs of their own, until one fails.
pub fn run_all(project: &Project, stages: &[&Stage]) -> Result<()> {
    if let [stage] = stages {
        return stage.run(project).with_context(|| format!("{} failed", stage.slug));
    }
    let started = Instant::now();
    let mut run = Run {
        project,
        stages,
        program: copied(project)?,
        states: vec![State::Waiting; stages.len()],
        running: Vec::new(),
    };
    let result = run.finish();
    eprint!("\n{}{:<56} {:>8}\n", table(stages, &run.states), "all together", seconds(started.elapsed()));
    result
}

/// A copy of this program, which the stages are run with: compiling the tests may put another in its place.
fn copied(project: &Project) -> Result<PathBuf> {
    let (sh, copy) = (&project.shell, project.logs().join("xtask").with_extension(std::env::consts::EXE_EXTENSION));
    // Not written over: another run may be using it.
    sh.remove_path(&copy)?;
    sh.create_dir(project.logs())?;
    sh.copy_file(std::env::current_exe()?, &copy)?;
    Ok(copy)
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Waiting,
    Running,
    Passed(Duration),
    Failed,
}

struct Running {
    place: usize,
    child: Child,
    since: Instant,
}

struct Run<'a> {
    project: &'a Project,
    stages: &'a [&'a Stage],
    program: PathBuf,
    states: Vec<State>,
    running: Vec<Running>,
}

impl Run<'_> {
    fn finish(&mut self) -> Result<()> {
        let mut failure = None;
        let mut said = Instant::now();
        loop {
            while failure.is_none()
                && self.running.len() < AT_ONCE
                && let Some(place) = next(self.stages, &self.states)
            {
                if let Err(error) = self.start(place) {
                    self.states[place] = State::Failed;
                    failure = Some(error.context(format!("{} cannot start", self.stages[place].slug)));
                }
                said = Instant::now();
            }
            if self.running.is_empty() {
                return failure.map_or(Ok(()), Err);
            }
            std::thread::sleep(Duration::from_millis(50));
            if let Some((place, passed)) = self.ended()? {
                said = Instant::now();
                if !passed && failure.is_none() {
                    failure = Some(anyhow!("{} failed", self.stages[place].slug));
                    if !self.running.is_empty() {
                        eprintln!("\nWaiting for what still runs: {}", self.at_work());
                    }
                }
            }
            if said.elapsed() > HEARTBEAT {
                eprintln!("... {}", self.at_work());
                said = Instant::now();
            }
        }
    }

    /// Installs what a stage needs, and starts it. Nothing else is started meanwhile.
    fn start(&mut self, place: usize) -> Result<()> {
        let stage = self.stages[place];
        stage.tools.iter().try_for_each(|tool| tool.install(self.project))?;
        eprintln!("... {} started: {}", stage.slug, stage.what);
        let log = File::create(self.log(place))?;
        let child = Command::new(&self.program)
            .args(["test", "--only", stage.slug])
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()?;
        self.states[place] = State::Running;
        self.running.push(Running { place, child, since: Instant::now() });
        Ok(())
    }

    /// The first that has ended since this was last asked, once its output is printed, and whether it passed.
    fn ended(&mut self) -> Result<Option<(usize, bool)>> {
        for at in 0..self.running.len() {
            let Some(status) = self.running[at].child.try_wait()? else { continue };
            let Running { place, since, .. } = self.running.remove(at);
            let (slug, took) = (self.stages[place].slug, since.elapsed());
            eprint!("\n=== {slug} ===\n{}", String::from_utf8_lossy(&std::fs::read(self.log(place))?));
            if !status.success() {
                eprintln!("=== {slug}: FAILED after {} ===", seconds(took));
            }
            eprintln!();
            self.states[place] = if status.success() { State::Passed(took) } else { State::Failed };
            return Ok(Some((place, status.success())));
        }
        Ok(None)
    }

    fn log(&self, place: usize) -> PathBuf {
        self.project.logs().join(self.stages[place].slug).with_extension("log")
    }

    fn at_work(&self) -> String {
        let one = |one: &Running| format!("{} for {} s", self.stages[one.place].slug, one.since.elapsed().as_secs());
        self.running.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

/// The first stage that may start: nothing that it comes after is outstanding, and no other one compiles if it does.
fn next(stages: &[&Stage], states: &[State]) -> Option<usize> {
    let state = |slug: &str| stages.iter().position(|stage| stage.slug == slug).map(|at| states[at]);
    let compiling = stages.iter().zip(states).any(|(stage, state)| stage.compiles && *state == State::Running);
    (0..stages.len()).find(|at| {
        let stage = stages[*at];
        states[*at] == State::Waiting
            && !(stage.compiles && compiling)
            && stage.after.iter().all(|slug| state(slug).is_none_or(|state| matches!(state, State::Passed(_))))
    })
}

fn table(stages: &[&Stage], states: &[State]) -> String {
    let outcome = |state: &State| match state {
        State::Waiting | State::Running => "not run".to_owned(),
        State::Passed(took) => seconds(*took),
        State::Failed => "FAILED".to_owned(),
    };
    let row =
        |(stage, state): (&&Stage, &State)| format!("{:<14} {:<41} {:>8}\n", stage.slug, stage.what, outcome(state));
    stages.iter().zip(states).map(row).collect()
}

fn seconds(duration: Duration) -> String {
    format!("{}.{} s", duration.as_secs(), duration.subsec_millis() / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STAGES: [Stage; 4] = [
        Stage::new("lint", "", |_| Ok(())).compiling(),
        Stage::new("lint-page", "", |_| Ok(())).compiling(),
        Stage::new("build", "", |_| Ok(())),
        Stage::new("play", "", |_| Ok(())).after(&["build", "lint"]),
    ];

    fn selected(names: &[&str]) -> Result<Vec<&'static str>> {
        static ALL: [Stage; 4] = STAGES;
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Ok(select(&ALL, &names)?.iter().map(|stage| stage.slug).collect())
    }

    #[test]
    fn stages_are_named_by_slugs_and_by_unique_beginnings() {
        assert_eq!(selected(&["play", "lint"]).unwrap(), ["lint", "play"]);
        assert_eq!(selected(&["pl,lint-", "b,b"]).unwrap(), ["lint-page", "build", "play"]);
        for (names, part) in
            [("li", "more than one"), ("x", "no stage `x`"), ("build,", "no stage ``"), ("", "no stage")]
        {
            let error = selected(&[names]).unwrap_err().to_string();
            assert!(error.contains(part) && error.contains("lint-page"), "{names}: {error}");
        }
    }

    #[test]
    fn a_stage_waits_for_what_it_comes_after_and_for_another_that_compiles() {
        let stages: Vec<&Stage> = STAGES.iter().collect();
        let passed = State::Passed(Duration::ZERO);
        let table = [
            ([State::Waiting, State::Waiting, State::Waiting, State::Waiting], Some(0)),
            ([State::Running, State::Waiting, State::Waiting, State::Waiting], Some(2)),
            ([State::Running, State::Waiting, State::Running, State::Waiting], None),
            ([passed, State::Running, State::Running, State::Waiting], None),
            ([passed, State::Running, passed, State::Waiting], Some(3)),
            ([passed, State::Failed, State::Failed, State::Waiting], None),
        ];
        for (states, expected) in table {
            assert_eq!(next(&stages, &states), expected, "{states:?}");
        }
        // What is no part of the run is not waited for.
        assert_eq!(next(&stages[3..], &[State::Waiting]), Some(0));
    }

    #[test]
    fn the_table_tells_passed_failed_and_not_run_apart() {
        let stages: Vec<&Stage> = STAGES.iter().take(3).collect();
        let lines = table(&stages, &[State::Passed(Duration::from_millis(1_250)), State::Failed, State::Waiting]);
        let words: Vec<Vec<&str>> = lines.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(words, [vec!["lint", "1.2", "s"], vec!["lint-page", "FAILED"], vec!["build", "not", "run"]]);
    }
}
