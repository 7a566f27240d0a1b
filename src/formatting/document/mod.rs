//! The self-assessment report (自评报告) as an editable document, in the form that official documents have (GB/T 9704-2012).
//!
//! It says what the report on paper says, in the same words: nothing is computed or decided here.
//!
//! `look.rs`: how it looks; `findings.rs`: what comes of each indicator; `tables.rs`: the other tables.

mod findings;
mod look;
mod tables;

use crate::explanation::finding::left_blank;
use crate::paper::handover::Handover;
use crate::paper::open_points::{Point, open_points};
use engine::ids::IndicatorId;
use engine::outcome::Outcome;
use engine::text::Lang;
use look::{Look, bold, paragraph};
use model::action::View;
use office::document::{Block, Document, Paragraph, Run, Table};

/// The report as a document. Of the lists it says how many items count, and only `with_lists` which: they may name people.
pub fn document(of: &Handover, with_lists: bool) -> Document {
    let (words, own) = (of.words(), of.words().document);
    let marks = of.origin.marks(words);
    let marked = if marks.is_empty() { String::new() } else { (own.marked)(&marks.join(words.separator)) };
    let title = if marks.is_empty() { own.title.to_owned() } else { [own.title, "\n", &marked].concat() };
    let mut text = Text { blocks: vec![Block::Paragraph(paragraph(&title, Look::Title))], headings: 0 };
    if !of.sheet.applicant.trim().is_empty() {
        text.say(&of.sheet.applicant, Look::Subtitle);
    }
    text.heading(of, of.report_words().receipt);
    text.table(tables::receipt(of));
    conclusion(of, &marked, &mut text);
    findings(of, &mut text);
    points(of, &mut text);
    text.heading(of, own.sign_off);
    text.table(tables::sign_off(of));
    text.annex(of.report_words().appendix);
    text.table(tables::figures(of));
    if tables::has_lists(of) {
        text.annex(own.lists);
        tables::lists(of, with_lists, &mut text);
    }
    if let Some(Block::Paragraph(last)) = text.blocks.last_mut()
        && last.style == Look::Behind as usize
    {
        *last = paragraph("", Look::End);
    }
    let header = if marks.is_empty() { vec![] } else { vec![paragraph(&of.origin.in_full(words), Look::Header)] };
    Document {
        title: [own.title, &marked].concat(),
        is_chinese: of.lang == Lang::Zh,
        page: look::page(),
        fonts: look::fonts(),
        styles: look::styles(of.lang),
        header,
        footers: [look::number_of_page(Look::OddNumber), look::number_of_page(Look::EvenNumber)],
        blocks: text.blocks,
    }
}

/// The document as it grows.
struct Text {
    blocks: Vec<Block>,
    /// How many numbered headings there are so far.
    headings: usize,
}

impl Text {
    fn push(&mut self, paragraph: Paragraph) {
        self.blocks.push(Block::Paragraph(paragraph));
    }

    fn say(&mut self, text: &str, look: Look) {
        self.push(paragraph(text, look));
    }

    fn heading(&mut self, of: &Handover, title: &str) {
        self.headings += 1;
        self.say(&(of.words().document.heading)(self.headings, title), Look::Heading);
    }

    /// A heading without a number, on a page of its own.
    fn annex(&mut self, title: &str) {
        self.push(Paragraph { begins_page: true, ..paragraph(title, Look::Heading) });
    }

    /// A table, and the space behind it.
    fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
        self.say("", Look::Behind);
    }
}

/// What it all comes to: the verdict, how many indicators have each outcome, and each of them in a line.
fn conclusion(of: &Handover, marked: &str, text: &mut Text) {
    let (words, own) = (of.words(), of.words().document);
    text.heading(of, of.report_words().verdict);
    let counts = of.assessment.outcomes.listed();
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let one = |(outcome, count): (Outcome, usize)| (own.counted)((words.outcome)(outcome), count);
    let counted: Vec<String> = counts.into_iter().filter(|(_, count)| *count > 0).map(one).collect();
    let says = [
        words.sentence_gap,
        &(words.overview.of_indicators)(all),
        words.sentence_gap,
        &counted.join(words.enumeration),
        own.full_stop,
    ];
    let gap = if marked.is_empty() { "" } else { words.sentence_gap };
    let verdict = [marked, gap, (words.verdict)(of.assessment.verdict), own.full_stop].concat();
    let mut verdict = bold(&verdict, Look::Text);
    verdict.runs.push(Run::Text(says.concat()));
    text.push(verdict);
    let blanks = of.assessment.indicators.iter().filter(|finding| left_blank(finding)).count();
    if blanks > 0 {
        text.say(&(words.blanks_left)(blanks), Look::Text);
    }
    text.table(tables::summary(of));
}

/// The indicators, group by group.
fn findings(of: &Handover, text: &mut Text) {
    text.heading(of, (of.words().workbench.view)(View::Findings));
    let indicators: Vec<IndicatorId> = of.rules.indicators.ids().collect();
    let group_of = |id: &IndicatorId| &of.rules.indicators[*id].group;
    for (group, indicators) in indicators.chunk_by(|one, next| group_of(one) == group_of(next)).enumerate() {
        let title = indicators.first().map_or("", |first| of.say(group_of(first)));
        text.say(&(of.words().document.subheading)(group + 1, title), Look::Subheading);
        for id in indicators {
            findings::indicator(of, *id, text);
        }
    }
}

/// What is left to do before an application.
fn points(of: &Handover, text: &mut Text) {
    text.heading(of, of.report_words().open_points);
    let points = open_points(of);
    if points.is_empty() {
        text.say(of.report_words().no_open_points, Look::Text);
    }
    for (index, topic) in points.chunk_by(|one, next| one.topic == next.topic).enumerate() {
        let title = topic.first().map_or("", |point: &Point| point.topic);
        text.say(&(of.words().document.subheading)(index + 1, title), Look::Subheading);
        for point in topic {
            text.say(&["□ ", &point.text].concat(), Look::Text);
        }
    }
}

// Every document is written, which no browser has to do twice.
#[cfg(all(test, not(target_family = "wasm")))]
mod tests;
