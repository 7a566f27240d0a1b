//! A list as a table, its last columns saying how each item counts.

use super::cell::Cell;
use super::{Line, written};
use crate::formatting::roster::{doubts, kinds, standing};
use crate::texts::words;
use engine::roster::{Item, Roster};
use engine::ruleset::FigureForm;
use engine::text::Lang;

/// The list as a text.
pub fn roster(items: &[Item], counted: &Roster, form: &FigureForm, lang: Lang) -> String {
    let all = words(lang);
    let words = all.roster;
    let heads = [
        words.number,
        words.name,
        words.code,
        words.kinds,
        words.rank,
        words.host,
        words.status,
        words.how,
        words.doubtful,
        words.anyway,
    ];
    let mut lines: Vec<Line> = vec![heads.into_iter().map(Cell::text).collect()];
    for (index, (item, how)) in items.iter().zip(&counted.standings).enumerate() {
        let number = u32::try_from(index + 1).map_or_else(|_| Cell::blank(), Cell::whole);
        let kinds = kinds(item, form, lang);
        let typed = [&item.name, &item.code, &kinds, &item.rank, &item.host, &item.status];
        let mut line = vec![number];
        line.extend(typed.into_iter().map(|text| Cell::typed(text)));
        line.push(Cell::text(&standing(how, form, lang)));
        line.push(Cell::text(&doubts(counted, index, lang).join(all.enumeration)));
        line.push(Cell::typed(&item.anyway));
        lines.push(line);
    }
    written(&lines)
}
