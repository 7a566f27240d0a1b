//! The tables of the document but those of the indicators.

use super::Text;
use super::look::{Look, WIDTH, bold, cell, cell_of, keep_together, paragraph, row};
use crate::explanation::naming::title;
use crate::paper::entries::{self, Row as Entry};
use crate::paper::handover::Handover;
use crate::paper::receipt;
use crate::roster::{doubts, kinds, standing, sum};
use engine::address::Side;
use engine::ids::{FigureId, IndicatorId};
use engine::roster::{Item, Roster};
use engine::text::Lang;
use model::arrangement::{arrangement, has_whole_baseline};
use model::list::List;
use office::document::{Cell, Row, Table};

/// Whose report it is, and what it rests on.
pub fn receipt(of: &Handover) -> Table {
    let line = |(what, it): (String, String)| row(vec![cell(&what, Look::Label), cell(&it, Look::Cell)]);
    table(&[3000], 0, receipt::receipt(of).into_iter().map(line).collect())
}

/// Every indicator in a line.
pub fn summary(of: &Handover) -> Table {
    let (words, report) = (of.words(), of.report_words());
    let mut group = None;
    let line = |id: IndicatorId| {
        let (indicator, finding) = (&of.rules.indicators[id], &of.assessment.indicators[id]);
        let continues = group.replace(&indicator.group) == Some(&indicator.group);
        row(vec![
            Cell { continues, ..cell(of.say(&indicator.group), Look::Label) },
            cell(&indicator.number.to_string(), Look::Label),
            cell(of.say(&indicator.title), Look::Cell),
            cell_of(vec![bold((words.outcome)(finding.outcome), Look::Cell)]),
            cell(or_dash(&of.basis().result(id, finding)), Look::Cell),
        ])
    };
    let heads = [report.group, report.ordinal, report.indicator, report.outcome, words.document.standing];
    let mut rows: Vec<Row> = [head(&heads)].into_iter().chain(of.rules.indicators.ids().map(line)).collect();
    keep_together(&mut rows);
    // English words are longer, and are not to be broken.
    let widths = if of.lang == Lang::Zh { [1200, 640, 2000, 1300] } else { [1750, 640, 2100, 1450] };
    table(&widths, 1, rows)
}

/// Room for the seal, for who filled it in, who checked it, and the day.
pub fn sign_off(of: &Handover) -> Table {
    let words = of.words().document;
    let label = |text: &str| cell(text, Look::Label);
    let wide = |text: &str| Cell { columns: 3, ..cell(text, Look::Cell) };
    let high = |height: u32, cells: Vec<Cell>| Row { height, cells };
    let mut rows = vec![
        high(1700, vec![label(words.seal), wide("")]),
        high(680, vec![label(words.filled_in_by), label(""), label(words.checked_by), label("")]),
        high(680, vec![label(words.date), wide(words.date_blank)]),
    ];
    keep_together(&mut rows);
    table(&[1900, 2522, 1900], 0, rows)
}

/// Every figure as typed and as understood, indicator by indicator.
pub fn figures(of: &Handover) -> Table {
    let report = of.report_words();
    let mut rows = vec![head(&[report.figure, report.part, report.typed, report.read])];
    let mut indicator = None;
    let entries = entries::rows(of.rules, of.stage, of.sheet, of.lang);
    let is_one = |one: &Entry, next: &Entry| (one.indicator, &one.figure) == (next.indicator, &next.figure);
    for entries in entries.chunk_by(is_one) {
        let own = entries.first().map(|entry| entry.indicator);
        let begins = own.filter(|own| indicator.replace(*own) != Some(*own));
        let title = |id| row(vec![Cell { columns: 4, ..cell(&of.indicator(id), Look::Section) }]);
        let mut of_figure: Vec<Row> = begins.map(title).into_iter().collect();
        of_figure.extend(entries.iter().enumerate().map(|(index, entry)| figure(of, entry, index == 0)));
        keep_together(&mut of_figure);
        rows.append(&mut of_figure);
    }
    table(&[2300, 1850, 1295], 1, rows)
}

fn figure(of: &Handover, entry: &Entry, begins: bool) -> Row {
    let words = of.words();
    let mut name = vec![paragraph(&entry.figure, Look::Cell)];
    if !entry.source.trim().is_empty() {
        name.push(paragraph(&[words.years.data_source, words.colon, entry.source.trim()].concat(), Look::Cell));
    }
    let (understood, is_refused) = entry.understood(words);
    let understood = if is_refused {
        bold(&["▲ ", &understood].concat(), Look::Number)
    } else {
        paragraph(&understood, Look::Number)
    };
    row(vec![
        Cell { continues: !begins, ..cell_of(name) },
        cell(&entry.part, Look::Cell),
        cell(entry.shown(), Look::Number),
        cell_of(vec![understood]),
    ])
}

/// The figures that are filled in as lists with something in them.
fn lists_of<'a>(of: &Handover<'a>) -> impl Iterator<Item = (Side, FigureId, &'a List)> {
    let (sheet, rules, stage) = (of.sheet, of.rules, of.stage);
    let uses = arrangement(rules, stage, has_whole_baseline(sheet, rules, stage));
    let at_home: Vec<_> =
        uses.with_ids().flat_map(|(here, uses)| uses.iter().copied().filter(move |used| used.home == here)).collect();
    at_home.into_iter().filter_map(move |used| {
        let list = sheet.side(used.side)[used.figure].list().filter(|list| !list.items().is_empty())?;
        Some((used.side, used.figure, &**list))
    })
}

/// Whether a figure is filled in as a list.
pub fn has_lists(of: &Handover) -> bool {
    lists_of(of).next().is_some()
}

/// The lists, with their items or with how many there are.
pub fn lists(of: &Handover, with_items: bool, text: &mut Text) {
    for (index, (side, figure, list)) in lists_of(of).enumerate() {
        let form = &of.rules.figures[figure].form;
        let Some(roster) = list.shown(form) else { continue };
        let name = title(figure, side, of.rules, of.stage, of.lang);
        let name = (of.words().roster.caption)(&name);
        text.say(&(of.words().document.subheading)(index + 1, &name), Look::Subheading);
        text.say(&[&sum(&roster, of.lang), of.words().document.full_stop].concat(), Look::Text);
        if with_items {
            text.table(items(of, figure, list.items(), &roster));
        }
    }
}

fn items(of: &Handover, figure: FigureId, items: &[Item], roster: &Roster) -> Table {
    let words = of.words().roster;
    let form = &of.rules.figures[figure].form;
    let line = |(index, (item, how)): (usize, (&Item, _))| {
        let mut how = vec![standing(how, form, of.lang)];
        how.extend(doubts(roster, index, of.lang));
        row(vec![
            cell(&(index + 1).to_string(), Look::Number),
            cell(&item.name, Look::Cell),
            cell(&item.code, Look::Cell),
            cell(&kinds(item, form, of.lang), Look::Cell),
            cell(&how.join(of.words().separator), Look::Cell),
        ])
    };
    let rows = items.iter().zip(&roster.standings).enumerate().map(line);
    let heads = [words.number, words.name, words.code, words.kinds, words.how];
    table(&[700, 2350, 2150, 1700], 1, [head(&heads)].into_iter().chain(rows).collect())
}

fn or_dash(text: &str) -> &str {
    if text.is_empty() { "—" } else { text }
}

fn head(names: &[&str]) -> Row {
    row(names.iter().map(|name| cell(name, Look::Label)).collect())
}

/// A table as wide as the text; the last column takes what the others leave.
fn table(widths: &[u32], heads: usize, rows: Vec<Row>) -> Table {
    let rest = WIDTH - widths.iter().sum::<u32>();
    Table { widths: widths.iter().copied().chain([rest]).collect(), heads, rows }
}
