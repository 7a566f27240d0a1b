//! The words that random lists are made of: few enough that things meet by name, code and host, in all ways of writing them.

use serde_json::{Map, Value};

const NAMES: &[&str] = &[
    "",
    "—",
    "无",
    "甲公司",
    "甲 公司",
    "甲有限公司",
    "乙（苏州）公司",
    "乙(苏州)公司",
    "乙 （苏州） 公司",
    "ABC厂",
    "ＡＢＣ厂",
    "丙",
    "丁　院",
    "丁院",
];

const HOSTS: &[&str] = &["", "", "—", "天河大学", "天 河大学", "地海（无锡）院", "地海(无锡)院", "山", "川"];

const RANKS: &[&str] = &["", "", "", "1", "1", "2", "3", "4", "10"];

const STATUSES: &[&str] = &[
    "",
    "",
    "",
    "有效",
    "授权",
    "维持",
    "未授权",
    "终止",
    "未缴年费终止",
    "无效",
    "实质审查",
    "质押",
    "非有效",
    "有效期满",
    "在职",
    "不在职",
];

const REASONS: &[&str] = &["", "", "", "", "", "", "", "批文附后"];

/// Right and wrong, in long and short form; the first twelve are of few enterprises.
const ORGANISATIONS: &[&str] = &[
    "91320505MAAY4CL12Y",
    "91320505maay4cl12y",
    "９１３２０５０５ＭＡＡＹ４ＣＬ１２Ｙ",
    "9132 0505 MAAY 4CL1 2Y",
    "91320505MAAY4CL120",
    "MAAY4CL1-2",
    "MAAY4CL12",
    "91110108MA1A00K13G",
    "91320100MA1A00K13E",
    "91510107091390998Y",
    "09139099-8",
    "MAHTM53J-3",
    "91510107MIDD272H44",
    "320588505077873",
    "320588505077874",
    "12345",
    "无",
    "—",
];

const PATENTS: &[&str] = &[
    "ZL202112169968.X",
    "202112169968X",
    "202112169968",
    "zl 2021 1 2169968.x",
    "ZL202112169968.1",
    "CN202112169968.X",
    "ZL98152153.3",
    "98152153",
    "981521533",
    "ZL201884154287.5",
    "ZL202016559047.0",
    "ZL202048330000.0",
    "ZL202122169968.5",
    "ZL202130169968",
    "ZL202190012345.2",
    "ZL00812345.4",
    "ZL99201234.1",
    "CN112345678B",
    "CN212345678U",
    "CN302345678S",
    "US10123456B2",
    "无",
];

const STANDARDS: &[&str] = &[
    "GB/T 1234.5-2019",
    "GB/T 1234.5-2009",
    "GB/T 1234.5-98",
    "GB/T 1234.5",
    "ＧＢ／Ｔ　1234.5—2019",
    "gb/t 1234.5-2019",
    "GB 1234-2019",
    "GB/Z 1234-2019",
    "ISO 9001:2015",
    "ISO 9001：2008",
    "ISO/IEC 27001:2022",
    "IEC 61850-7-420:2021",
    "ITU-T G.652",
    "SJ/T 11889-2023",
    "SJ/T 11889-2003",
    "DB/T 99-2023",
    "DB11/T 99-2023",
    "DB 3205/T 1001-2020",
    "T/CESA 1234-2020",
    "Q/ABC 001-2020",
    "GBJ 1-1988",
    "无",
];

const NUMBERS: &[&str] = &["A-1", "a-1", "Ａ－1", "A - 1", "A-2", "007", "7", "无"];

/// Words that are kinds of no figure; the patents' other two kinds among them.
const UNKNOWN: &[&str] = &["雏鹰企业", "实用新型", "外观设计专利"];

fn codes(figure: &Value) -> &'static [&'static str] {
    match figure["roster"]["code"].as_str() {
        Some("organisation") => ORGANISATIONS,
        Some("patent") => PATENTS,
        Some("standard") => STANDARDS,
        _ => NUMBERS,
    }
}

/// The words for the kinds of this figure, and some that are for none.
fn kinds(figure: &Value) -> Vec<&str> {
    let mut words = UNKNOWN.to_vec();
    for kind in figure["kinds"].as_array().expect("kinds") {
        words.extend([&kind["id"], &kind["title"]["zh"]].into_iter().filter_map(Value::as_str));
        words.extend(kind["aliases"].as_array().into_iter().flatten().filter_map(Value::as_str));
    }
    words
}

/// An item by chance.
pub fn item(figure: &Value, chance: &mut fastrand::Rng) -> Value {
    let mut item = Map::new();
    let mut put = |key: &str, text: String| drop((!text.is_empty()).then(|| item.insert(key.to_owned(), text.into())));
    let mut pick = |pool: &[&str]| pool[chance.usize(0..pool.len())].to_owned();
    put("name", pick(NAMES));
    put("rank", pick(RANKS));
    put("host", pick(HOSTS));
    put("status", pick(STATUSES));
    put("anyway", pick(REASONS));
    let words = kinds(figure);
    let chosen: Vec<String> =
        (0..[0, 1, 1, 1, 2, 3][chance.usize(0..6)]).map(|_| words[chance.usize(0..words.len())].to_owned()).collect();
    put("kinds", chosen.join(["、", "，", "；", "/"][chance.usize(0..4)]));
    if chance.bool() {
        let pool = codes(figure);
        // Half of them from the first few, so that codes meet.
        let among = if chance.bool() { pool.len() } else { pool.len().min(6) };
        put("code", pool[chance.usize(0..among)].to_owned());
    }
    Value::Object(item)
}

/// Whether an item has nothing but what is listed here.
pub fn is_known(figure: &Value, item: &Value) -> bool {
    let Some(item) = item.as_object() else { return false };
    item.iter().all(|(key, value)| {
        let Some(text) = value.as_str() else { return false };
        match key.as_str() {
            "name" => NAMES.contains(&text),
            "rank" => RANKS.contains(&text),
            "host" => HOSTS.contains(&text),
            "status" => STATUSES.contains(&text),
            "anyway" => REASONS.contains(&text),
            "code" => codes(figure).contains(&text),
            "kinds" => {
                let words = kinds(figure);
                text.split(['、', '，', '；', '/']).all(|word| word.is_empty() || words.contains(&word))
            }
            _ => false,
        }
    })
}
