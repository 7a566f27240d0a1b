//! A list as a table, its last columns saying how each item counts.

use super::cell::Cell;
use super::{BYTE_ORDER_MARK, write};
use crate::roster::{doubts, kinds, standing};
use crate::texts::words;
use engine::pause::Pause;
use engine::roster::{Item, Roster};
use engine::ruleset::FigureForm;
use engine::text::Lang;

/// The list as a text.
pub async fn roster(items: &[Item], counted: &Roster, form: &FigureForm, lang: Lang, pause: Pause<'_>) -> String {
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
    let mut text = String::from(BYTE_ORDER_MARK);
    write(&heads.into_iter().map(Cell::text).collect(), &mut text);
    for (index, (item, how)) in items.iter().zip(&counted.standings).enumerate() {
        pause.done(index).await;
        let number = u32::try_from(index + 1).map_or_else(|_| Cell::blank(), Cell::whole);
        let kinds = kinds(item, form, lang);
        let typed = [&item.name, &item.code, &kinds, &item.rank, &item.host, &item.status];
        let mut line = vec![number];
        line.extend(typed.into_iter().map(|text| Cell::typed(text)));
        line.push(Cell::text(&standing(how, form, lang)));
        line.push(Cell::text(&doubts(counted, index, lang).join(all.enumeration)));
        line.push(Cell::typed(&item.anyway));
        write(&line, &mut text);
    }
    text
}
