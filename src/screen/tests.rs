//! The whole way, from bytes to bytes.

use crate::lines::{LONGEST, Lines, looks_wrong};
use crate::options;
use crate::screen::{Way, screen};
use serde_json::{Value, json};
use std::io::{BufReader, Cursor, Read, Write};

/// What is written for some bytes, and the count.
fn bytes_written(input: impl Read, full: bool, threads: usize) -> (Vec<u8>, String) {
    let library = options::library();
    let mut output = Vec::new();
    // A small buffer, so that lines do not fit into one.
    let lines = Lines::of(BufReader::with_capacity(64, input));
    let way = Way { full, threads: threads.try_into().unwrap() };
    let summary = screen(library.default_ruleset(), lines, way, &mut output, |_| ()).unwrap();
    (output, summary.to_string())
}

/// The same, line by line.
fn written(input: impl Read, full: bool) -> (Vec<Value>, String) {
    let (output, summary) = bytes_written(input, full, 1);
    let lines = String::from_utf8(output).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (lines, summary)
}

const PARK: &str = r#"{"track": "park", "stage": "creation", "applicant": {"name": "甲园区"}, "figures": {"tech_contracts": [1, 2, 3], "revenue": [1, null, "x"]}}"#;

#[test]
fn a_line_says_who_it_is_what_it_comes_to_and_what_is_lacking() {
    let (lines, summary) = written(PARK.as_bytes(), false);
    let line = &lines[0];
    assert_eq!((&line["line"], &line["applicant"], &line["verdict"]), (&json!(1), &json!("甲园区"), &json!("unmet")));
    assert_eq!(line["unmet"], json!(["park.tech_contracts"]));
    assert_eq!(line["missing"]["park.industry_scale"], json!(["figures.revenue[1]"]));
    assert_eq!(line["problems"], json!([{"path": "figures.revenue[2]", "code": "not_a_number"}]));
    assert!(summary.contains("unmet                  1"), "{summary}");
    let (full, _) = written(PARK.as_bytes(), true);
    let indicators = full[0]["report"]["indicators"].as_array().unwrap().len();
    assert_eq!(indicators, options::library().default_ruleset().park.indicators.len());
}

#[test]
fn threads_change_neither_a_byte_nor_the_order_nor_the_count() {
    let replayed = include_str!("../../tests/replay/submissions.jsonl").lines();
    let replayed = replayed.map(|line| serde_json::from_str::<Value>(line).unwrap()["submission"].to_string());
    // Several batches, the last of them short, with lines between that are blank, broken or long.
    let lines: Vec<String> = replayed.flat_map(|line| [line, String::new(), "{".to_owned(), PARK.to_owned()]).collect();
    let text = [lines.join("\n"), " ".repeat(1 << 17), "\n5".to_owned()].concat();
    for full in [false, true] {
        let alone = bytes_written(text.as_bytes(), full, 1);
        assert!(alone.0.len() > 4 << 16);
        for threads in [2, 3, 8] {
            assert!(bytes_written(text.as_bytes(), full, threads) == alone, "{threads} threads, full: {full}");
        }
    }
}

#[test]
fn who_has_read_enough_ends_all_threads() {
    struct Closed(usize);
    impl Write for Closed {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 = self.0.checked_sub(1).ok_or(std::io::ErrorKind::BrokenPipe)?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let library = options::library();
    for threads in [1, 3] {
        let endless = std::iter::repeat_with(|| Ok(PARK.as_bytes().to_vec()));
        let way = Way { full: false, threads: threads.try_into().unwrap() };
        let ended = screen(library.default_ruleset(), endless, way, &mut Closed(2), |_| ()).unwrap_err();
        assert_eq!(ended.kind(), std::io::ErrorKind::BrokenPipe);
    }
}

#[test]
fn a_broken_line_is_named_and_costs_no_other() {
    let long = format!("\"{}\"", "9".repeat(LONGEST));
    let bytes = [
        &b"\xef\xbb\xbf"[..],
        PARK.as_bytes(),
        b"\r\n\r\n{\"track\":\n\xb9\xfa\n",
        long.as_bytes(),
        b"\n5\n",
        PARK.as_bytes(),
    ];
    let (lines, summary) = written(Cursor::new(bytes.concat()), false);
    let numbers: Vec<_> = lines.iter().map(|line| (line["line"].as_u64().unwrap(), line["error"].is_null())).collect();
    assert_eq!(numbers, [(1, true), (3, false), (4, false), (5, false), (6, false), (7, true)]);
    let error = |place: usize| lines[place]["error"].as_str().unwrap();
    assert_eq!(error(1), "no JSON: EOF while parsing a value at column 9");
    assert!(error(2).starts_with("no UTF-8"), "{}", error(2));
    assert!(error(3).starts_with("the line is longer"), "{}", error(3));
    assert_eq!(error(4), "submission: an object is needed");
    assert!(summary.contains("not assessed           4"), "{summary}");
}

#[test]
fn a_line_is_read_as_javascript_reads_it() {
    let line = |name: &str, amount: &str| {
        let begin = r#"{"track": "park", "stage": "creation", "applicant": {"name": ""#;
        [begin, name, r#""}, "figures": {"tech_contracts": ["#, amount, ", 2, 3]}}\n"].concat()
    };
    let (lines, _) = written(Cursor::new([line("x", "1e999"), line(r"\ud83d", "1")].concat()), false);
    assert_eq!(lines[0]["problems"], json!([{"path": "figures.tech_contracts[0]", "code": "not_a_number"}]));
    assert_eq!((&lines[1]["applicant"], &lines[1]["problems"]), (&json!("\u{fffd}"), &json!([])));
}

#[test]
fn the_longest_line_is_one_that_just_fits() {
    let filled = |length: usize| format!("{PARK}{}\n{PARK}", " ".repeat(length - PARK.len()));
    for (length, reads) in [(LONGEST, true), (LONGEST + 1, false)] {
        let (lines, _) = written(Cursor::new(filled(length)), false);
        assert_eq!(lines.len(), 2);
        assert_eq!((lines[0]["error"].is_null(), lines[1]["error"].is_null()), (reads, true), "{length}");
    }
}

#[test]
fn a_file_of_another_kind_is_recognised_by_how_it_starts() {
    let wrong: [&[u8]; 7] = [
        b"\x89PNG\r\n\x1a\n\0",
        b"PK\x03\x04xlsx",
        b"\xff\xfe{",
        b"[\n{}",
        b"\xef\xbb\xbf [{",
        b"{\n \"track\"",
        b"{\r\n",
    ];
    for start in wrong {
        assert!(looks_wrong(start).is_some(), "{start:?}");
    }
    let right: [&[u8]; 5] = [b"", b"\n\n", PARK.as_bytes(), b"{\"track\":\n", b"oops\n{}"];
    for start in right {
        assert_eq!(looks_wrong(start), None, "{start:?}");
    }
}

#[test]
fn a_failure_to_read_ends_the_lines_and_is_kept() {
    struct Torn(bool);
    impl Read for Torn {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            if std::mem::replace(&mut self.0, true) {
                return Err(std::io::Error::other("torn off"));
            }
            buffer[..3].copy_from_slice(b"{}\n");
            Ok(3)
        }
    }
    let mut lines = Lines::of(BufReader::new(Torn(false)));
    assert_eq!(lines.by_ref().count(), 1);
    assert_eq!((lines.count, lines.failure.unwrap().to_string()), (1, "torn off".to_owned()));
}

#[test]
fn the_command_line_is_read_and_what_is_wrong_with_it_is_said() {
    let read = |arguments: &[&str]| {
        let arguments: Vec<String> = arguments.iter().map(|one| (*one).to_owned()).collect();
        options::read(lexopt::Parser::from_args(arguments))
    };
    let options = read(&["--full", "a.jsonl"]).unwrap().unwrap();
    assert!(options.full && options.file.is_some());
    assert!(read(&["-"]).unwrap().unwrap().file.is_none());
    assert!(read(&["--help"]).unwrap().is_none());
    assert_eq!(read(&["--threads", "4"]).unwrap().unwrap().way().threads.get(), 4);
    assert_eq!(read(&[]).unwrap().unwrap().way().threads.get(), 1);
    for wrong in
        [&["a", "b"][..], &["--fast"], &["--ruleset"], &["--threads"], &["--threads", "0"], &["--threads", "x"]]
    {
        assert!(read(wrong).unwrap_err().contains("Usage"), "{wrong:?}");
    }
    let library = options::library();
    let file = |name: &str| [env!("CARGO_MANIFEST_DIR"), "/../../", name].concat();
    let refused = |option: &str, path: &str| {
        let refusal = read(&[option, path]).unwrap().unwrap().ruleset(&library).unwrap_err();
        refusal.strip_prefix(path).map(str::to_owned).unwrap_or(refusal)
    };
    let sample = file("www/samples/park-creation.json");
    assert!(refused("--ruleset", "none.json").starts_with(": "));
    assert!(refused("--ruleset", &file("Cargo.toml")).starts_with(" is no JSON: "));
    assert_eq!(refused("--ruleset", &sample), ": ruleset.track: there is no such key here");
    assert_eq!(refused("--overrides", &sample), ": overrides: a list is needed");
    let batch = file("www/rulesets/batch-2026-1.json");
    let batch = read(&["--ruleset", &batch]).unwrap().unwrap().ruleset(&library).unwrap();
    assert_eq!(batch.id, "batch-2026-1");
}
