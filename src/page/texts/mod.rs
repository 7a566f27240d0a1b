//! The page's own texts. A text that is missing in a language does not compile. What the plan says is not here: it comes from
//! the ruleset.

mod en;
pub mod files;
pub mod method;
pub mod overview;
mod refusal;
pub mod report;
pub mod workbench;
mod zh;

use engine::number::NumberKind;
use engine::outcome::{Outcome, Verdict};
use engine::problem::Code;
use engine::ruleset::{Certainty, Stage, Track};
use engine::text::Lang;
use model::unit::AmountUnit;

/// The texts in a language.
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Zh => &zh::ZH,
        Lang::En => &en::EN,
    }
}

/// Every text of the page.
pub struct Words {
    /// The language's tag.
    pub tag: &'static str,

    // The head of the page
    pub title: &'static str,
    pub unofficial: &'static str,
    /// The title and number of the ruleset.
    pub basis: fn(&str, &str) -> String,
    pub language: &'static str,
    pub privacy: &'static str,
    pub privacy_check: &'static str,

    // The beginning
    pub ask_track: &'static str,
    pub track: fn(Track) -> &'static str,
    pub track_means: fn(Track) -> &'static str,
    pub ask_stage: &'static str,
    pub stage: fn(Stage) -> &'static str,
    pub stage_means: fn(Stage) -> &'static str,
    pub show_sample: &'static str,
    /// The same while nothing says yet whose sample it will be.
    pub show_sample_of: fn(Track, Stage) -> String,
    pub sample_means: &'static str,
    pub sample_shown: &'static str,
    pub sample_changed: &'static str,
    pub sample_cleared: &'static str,
    pub take_back: &'static str,
    pub clear_sample: &'static str,

    // The applicant
    pub particulars: &'static str,
    pub applicant: &'static str,
    pub field: &'static str,
    pub choose: &'static str,
    pub eligibility: &'static str,
    pub red_lines: &'static str,
    pub red_lines_mean: &'static str,
    pub scores: &'static str,
    pub yes: &'static str,
    pub no: &'static str,

    // Figures
    pub year: fn(Stage, usize) -> &'static str,
    pub baseline_year: fn(Stage, usize) -> &'static str,
    pub rate_year: fn(usize) -> &'static str,
    pub baseline: fn(Stage) -> &'static str,
    pub baseline_means: fn(Stage) -> &'static str,
    pub optional: &'static str,
    pub wan_yuan: &'static str,
    pub yi_yuan: &'static str,
    pub percent: &'static str,
    pub units_accepted: fn(AmountUnit) -> &'static str,
    pub amount_hint: fn(AmountUnit) -> &'static str,
    pub none_at_all: &'static str,
    pub blank_kinds_count_zero: &'static str,
    pub weight: fn(&str) -> String,
    pub weight_unstated: &'static str,
    pub kind: &'static str,
    pub count: &'static str,
    pub amount: &'static str,
    pub rank: &'static str,
    pub rank_means: &'static str,
    pub line: fn(usize) -> String,
    pub add_line: &'static str,
    pub remove_line: &'static str,
    /// Where else a figure is filled in: the indicator's number.
    pub filled_in_at: fn(u32) -> String,
    pub note: &'static str,
    /// Why an entry is refused, at its field.
    pub refusal: fn(Code, NumberKind) -> &'static str,
    /// The same in a list of many.
    pub refusal_in_brief: fn(Code) -> &'static str,

    // Findings
    pub finding: &'static str,
    pub outcome: fn(Outcome) -> &'static str,
    pub formula: &'static str,
    pub with_numbers: &'static str,
    pub at_baseline: fn(Stage) -> &'static str,
    pub blank_box: &'static str,
    pub blank_weight: &'static str,
    pub equals: &'static str,
    pub about: &'static str,
    pub value_waits: &'static str,
    pub value_refused: &'static str,
    pub cannot_divide: &'static str,
    pub weight_needed: &'static str,
    pub shares_points: fn(&str) -> String,
    pub no_threshold_here: &'static str,
    pub requirement: &'static str,
    pub at_least: fn(&str) -> String,
    pub growth_at_least: fn(&str) -> String,
    pub increase_at_least: fn(&str) -> String,
    pub increases: fn(Stage) -> String,
    pub threshold_waits: &'static str,
    pub reviewers_decide: &'static str,
    pub observed_growth: &'static str,
    pub observed_increase: &'static str,
    pub just_above: fn(&str) -> String,
    pub short_by: fn(&str) -> String,
    pub not_increased: &'static str,
    pub beyond_by: fn(&str) -> String,
    pub exactly_met: &'static str,
    pub reached: fn(&str) -> String,
    pub threshold_mark: &'static str,
    pub still_missing: &'static str,
    pub percentage_points: fn(&str) -> String,
    pub ways: &'static str,
    pub ways_of_kinds: &'static str,
    pub add_amount: fn(&str, &str) -> String,
    /// So many more of a kind, and a remark on how they count.
    pub add_count: fn(&str, &str, &str, &str) -> String,
    /// The same of any one among several kinds.
    pub add_any: fn(&str, &str, &str, &str) -> String,
    /// Between the names of several kinds.
    pub enumeration: &'static str,
    pub as_lead_unit: &'static str,
    pub purpose: &'static str,
    /// Said of a quotation, where the page is not in its language.
    pub in_original: &'static str,
    pub source: fn(u32, u32) -> String,
    pub certainty: fn(Certainty) -> &'static str,

    // The summary
    pub summary: &'static str,
    pub open_summary: &'static str,
    pub close_summary: &'static str,
    pub verdict: fn(Verdict) -> &'static str,
    pub particulars_missing: &'static str,
    pub left_blank: &'static str,
    pub blanks_left: fn(usize) -> String,
    pub indicators: &'static str,
    pub problems: &'static str,
    pub problems_means: &'static str,
    pub warnings: &'static str,
    pub years_far_apart: &'static str,

    // On paper
    pub report: &'static str,
    /// The ruleset's id and the day.
    pub report_made: fn(&str, &str) -> String,
    pub report_about: fn(Track, Stage) -> String,
    pub unfilled: &'static str,

    /// Moving about.
    pub workbench: &'static workbench::DeskWords,
    /// The texts of what a person hands over.
    pub report_words: &'static report::ReportWords,
    /// The rules themselves.
    pub method: &'static method::MethodWords,
    /// All at one glance.
    pub overview: &'static overview::OverviewWords,
    /// Keeping and handing over.
    pub files: &'static files::FileWords,

    // Punctuation
    pub separator: &'static str,
    /// Between two sentences.
    pub sentence_gap: &'static str,
    pub colon: &'static str,
    pub brackets: (&'static str, &'static str),
}
