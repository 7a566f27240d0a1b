//! Lists counted a second time: written from the specification, with sets and maps, and by the rules as the document has them.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use serde_json::Value;

/// What a list comes to: how many things of a kind and rank, and the items that they were counted by.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub lines: BTreeMap<(usize, u64), u64>,
    pub items: BTreeSet<usize>,
}

/// The items counted by the rules of this figure of the document.
pub fn count(figure: &Value, items: &[Value]) -> Counted {
    let once = rule(figure, "counts_once").expect("a rule of what is one");
    let names = kind_names(figure);
    let offers: Vec<BTreeSet<usize>> = items.iter().map(|item| offered(figure, &names, item)).collect();
    let mut counted = Counted::default();
    for thing in things(figure, once, items) {
        let mut best: Option<(usize, usize, u64)> = None;
        for &item in &thing {
            let rank = if figure["ranked"] == true { rank(&items[item]) } else { 1 };
            for &kind in &offers[item] {
                if best.is_none_or(|(_, other, of)| is_better(figure, (kind, rank), (other, of))) {
                    best = Some((item, kind, rank));
                }
            }
        }
        if let Some((item, kind, rank)) = best {
            counted.items.insert(item);
            *counted.lines.entry((kind, rank)).or_default() += 1;
        }
    }
    counted
}

fn rule<'a>(figure: &'a Value, name: &str) -> Option<&'a Value> {
    figure["roster"]["rules"].as_array()?.iter().find(|rule| rule["rule"] == name)
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(item: &'a Value, key: &str) -> &'a str {
    item[key].as_str().unwrap_or("")
}

fn rank(item: &Value) -> u64 {
    text(item, "rank").parse().unwrap_or(1)
}

/// Whether the first kind with its rank is the one that counts: by weight ÷ rank, or by its place where the highest counts. The
/// earlier kind of the document wins a tie.
fn is_better(figure: &Value, (kind, rank): (usize, u64), (other, of): (usize, u64)) -> bool {
    if rule(figure, "highest_kind").is_some() {
        return kind > other;
    }
    let (one, two) = (weight(figure, kind) * BigInt::from(of), weight(figure, other) * BigInt::from(rank));
    one > two || (one == two && kind < other)
}

/// A kind's weight in thousandths.
fn weight(figure: &Value, kind: usize) -> BigInt {
    let weight = figure["kinds"][kind]["weight"].as_str().unwrap_or("0");
    let (whole, part) = weight.split_once('.').unwrap_or((weight, ""));
    format!("{whole}{part:0<3}").parse().expect("a weight")
}

/// As names, codes and kinds are compared: without blanks, width and the width of brackets; letters in one case.
fn plain(text: &str) -> String {
    let narrow = |sign: char| match sign {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).expect("an ASCII sign"),
        '—' | '–' => '-',
        _ => sign,
    };
    text.chars().map(narrow).filter(|sign| !sign.is_whitespace()).flat_map(char::to_uppercase).collect()
}

/// What each kind is called, by its id, its titles and its aliases, and its place in the document.
fn kind_names(figure: &Value) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    for (place, kind) in list(figure, "kinds").iter().enumerate() {
        let own = [&kind["id"], &kind["title"]["zh"], &kind["title"]["en"]];
        for name in own.into_iter().chain(list(kind, "aliases")).filter_map(Value::as_str) {
            names.entry(plain(name)).or_insert(place);
        }
    }
    names
}

/// The kinds as which an item may count, by their places in the document; none if it does not count.
fn offered(figure: &Value, names: &BTreeMap<String, usize>, item: &Value) -> BTreeSet<usize> {
    let excused = !text(item, "anyway").is_empty();
    let words: Vec<String> = match &item["kinds"] {
        Value::Array(words) => words.iter().filter_map(Value::as_str).map(plain).collect(),
        words => words.as_str().unwrap_or("").split(['、', '，', ',', '；', ';', '/']).map(plain).collect(),
    };
    let words: Vec<String> = words.into_iter().filter(|word| !word.is_empty()).collect();
    if rule(figure, "lead_unit_only").is_some() && rank(item) > 1 && !excused {
        return BTreeSet::new();
    }
    let status = text(item, "status").to_lowercase();
    let out = rule(figure, "status").map_or(&[][..], |rule| list(rule, "does_not_count"));
    if !excused && out.iter().any(|word| status.contains(word.as_str().expect("a word"))) {
        return BTreeSet::new();
    }
    if let Some(rule) = rule(figure, "inventions_only") {
        let others: BTreeSet<String> = list(rule, "others").iter().filter_map(Value::as_str).map(plain).collect();
        if words.iter().any(|word| others.iter().any(|other| word.contains(other)))
            || is_no_invention(&plain(text(item, "code")))
        {
            return BTreeSet::new();
        }
    }
    let by_id = |id: &Value| list(figure, "kinds").iter().position(|kind| kind["id"] == *id).expect("a kind");
    if let Some(series) = rule(figure, "kind_of_number").and_then(|rule| series(rule, &plain(text(item, "code")))) {
        return series.get("kind").map(by_id).into_iter().collect();
    }
    let kinds: BTreeSet<usize> = words.iter().filter_map(|word| names.get(word)).copied().collect();
    match rule(figure, "kind_if_none") {
        Some(rule) if kinds.is_empty() => BTreeSet::from([by_id(&rule["kind"])]),
        _ => kinds,
    }
}

/// The digits of a patent's number, without what stands before and between them.
fn patent(code: &str) -> String {
    let code = code.strip_prefix("ZL").or_else(|| code.strip_prefix("CN")).unwrap_or(code);
    code.replace('.', "")
}

fn is_application(number: &str) -> bool {
    let digits = number.chars().take_while(char::is_ascii_digit).count();
    let rest = &number[digits..];
    matches!(digits + rest.len(), 8 | 9 | 12 | 13) && (rest.is_empty() || (rest == "X" && matches!(digits, 8 | 12)))
}

fn is_no_invention(code: &str) -> bool {
    let number = patent(code);
    if is_application(&number) {
        let kind = if number.len() < 10 { &number[2..3] } else { &number[4..5] };
        return ["2", "3", "9"].contains(&kind);
    }
    code.starts_with("CN") && code.ends_with(['U', 'Y', 'S', 'D'])
}

/// The series that a standard's number belongs to.
fn series<'a>(rule: &'a Value, code: &str) -> Option<&'a Value> {
    let letters: String = code.chars().take_while(char::is_ascii_alphabetic).collect();
    let is_regional = code[letters.len()..].starts_with(|sign: char| sign.is_ascii_digit());
    list(rule, "series").iter().find(|series| {
        list(series, "prefixes").iter().any(|prefix| *prefix == *letters)
            && (series["with_region"] != true || is_regional)
    })
}

/// What two items have in common if their codes say that they are one; `None` where there is no code.
fn identity(kind: &str, code: &str) -> Option<String> {
    let code = plain(code);
    if !code.chars().any(|sign| sign.is_ascii_digit()) {
        return None;
    }
    Some(match kind {
        "organisation" => {
            let code = code.replace('-', "");
            if code.len() == 18 { code[8..17].to_owned() } else { code }
        }
        "patent" => {
            let number = patent(&code);
            match number.len() {
                8 | 9 if is_application(&number) => number[..8].to_owned(),
                12 | 13 if is_application(&number) => number[..12].to_owned(),
                _ => code,
            }
        }
        "standard" => match code.rsplit_once(['-', ':']) {
            Some((number, year)) if is_year(year) => number.to_owned(),
            _ => code,
        },
        _ => code,
    })
}

/// Whether a standard's number ends with a year: four digits, or two of the last century.
fn is_year(year: &str) -> bool {
    let is_number = year.chars().all(|sign| sign.is_ascii_digit());
    // Of four digits the third and fourth may be anything.
    match year.len() {
        4 => is_number && ["10", "19", "20", "29"].iter().any(|century| year.starts_with(century)),
        2 => is_number && year >= "60",
        _ => false,
    }
}

/// A name or a host as it is compared; empty where a dash or 无 stands in its place.
fn called(item: &Value, key: &str) -> String {
    let name = plain(text(item, key));
    let is_dash = name.chars().all(|sign| ['-', '/', '.', '_', '―', '。', '·', '、'].contains(&sign));
    if is_dash || ["无", "暂无", "N/A"].contains(&&*name) { String::new() } else { name }
}

/// The items that are one thing, each thing in the order of the list. Who gives a reason is a thing of its own.
fn things(figure: &Value, once: &Value, items: &[Value]) -> Vec<BTreeSet<usize>> {
    let kind = figure["roster"]["code"].as_str().expect("what the codes are");
    let names: Vec<String> = items.iter().map(|item| called(item, "name")).collect();
    let codes: Vec<Option<String>> = items.iter().map(|item| identity(kind, text(item, "code"))).collect();
    let mut groups: BTreeMap<(String, String), BTreeSet<usize>> = BTreeMap::new();
    let mut alone = Vec::new();
    let mut without_code = BTreeSet::new();
    let by = once["by"].as_str().expect("by what");
    for (item, name) in names.iter().enumerate() {
        // Who gives a reason is nobody else.
        if !text(&items[item], "anyway").is_empty() {
            alone.push(BTreeSet::from([item]));
            continue;
        }
        let group = match (by, &codes[item], name.as_str()) {
            ("name_or_host", _, _) => {
                for (what, text) in [("name", name), ("host", &called(&items[item], "host"))] {
                    if !text.is_empty() {
                        groups.entry((what.to_owned(), text.clone())).or_default().insert(item);
                    }
                }
                None
            }
            ("code" | "code_or_name", Some(code), _) => Some(("".to_owned(), code.clone())),
            ("code", None, _) | (_, None, "") => None,
            ("name", Some(code), name) => Some((name.to_owned(), code.clone())),
            (_, None, _) => {
                without_code.insert(item);
                continue;
            }
            _ => unreachable!("{by}"),
        };
        match group {
            Some(group) => drop(groups.entry(group).or_default().insert(item)),
            None => alone.push(BTreeSet::from([item])),
        }
    }
    if by == "name_or_host" {
        return linked(alone, groups.into_values().collect());
    }
    // The name decides for who has no code, if only one thing has it; all of them that have it and fit nothing else are one.
    let mut things: Vec<BTreeSet<usize>> = groups.into_values().collect();
    let coded = things.len();
    let mut leftover: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for item in without_code {
        let fits: Vec<usize> = (0..coded)
            .filter(|&thing| things[thing].iter().any(|&of| codes[of].is_some() && names[of] == names[item]))
            .collect();
        match fits[..] {
            [thing] => drop(things[thing].insert(item)),
            _ => drop(leftover.entry(&names[item]).or_default().insert(item)),
        }
    }
    things.extend(leftover.into_values());
    things.extend(alone);
    things
}

/// Sets that have an item in common are one, again and again until none have.
fn linked(mut things: Vec<BTreeSet<usize>>, links: Vec<BTreeSet<usize>>) -> Vec<BTreeSet<usize>> {
    for link in links {
        let (joined, apart): (Vec<_>, Vec<_>) = things.into_iter().partition(|thing| !thing.is_disjoint(&link));
        things = apart;
        things.push(joined.iter().fold(link, |all, thing| &all | thing));
    }
    things
}
