//! English

use super::{Words, method, overview, refusal, report, workbench};
use engine::outcome::{Outcome, Verdict};
use engine::ruleset::{Certainty, Stage, Track};
use model::unit::AmountUnit;

pub const EN: Words = Words {
    tag: "en",

    title: "Self-assessment for the national demonstration bases for emerging industries",
    unofficial: "For preparing an application. This is not the reviewers' decision.",
    basis: |title, number| ["Basis: ", title, " (", number, ")"].concat(),
    language: "Language",
    privacy: "What you enter is computed in this browser only and never leaves this device.",
    privacy_check: "To check: disconnect from the network and it still works; or open the Network panel of the browser's developer tools and see that typing causes no request.",

    ask_track: "Who is applying: a park or an enterprise?",
    track: |track| match track {
        Track::Park => "Park",
        Track::Enterprise => "Enterprise",
    },
    track_means: |track| match track {
        Track::Park => "Applies as a national demonstration park for emerging industries",
        Track::Enterprise => "Applies as a national demonstration enterprise for emerging industries",
    },
    ask_stage: "Which stage are you at?",
    stage: |stage| match stage {
        Stage::Creation => "Creation",
        Stage::Recognition => "Recognition",
    },
    stage_means: |stage| match stage {
        Stage::Creation => "When applying: the last three years count",
        Stage::Recognition => "After the two-year creation period: compared with the application",
    },
    show_sample: "Show a sample",
    show_sample_of: |track, stage| ["Show a sample (", (EN.track)(track), " · ", (EN.stage)(stage), ")"].concat(),
    sample_means: "Look at an invented example first. It can be cleared at any time and leaves what you entered untouched.",
    sample_shown: "These are invented sample data.",
    sample_changed: "You have changed the sample. After clearing it away you can still take it back.",
    sample_cleared: "The sample is cleared away. What you changed in it can be taken back.",
    take_back: "Take the changed sample back",
    clear_sample: "Clear the sample",

    particulars: "Applicant",
    applicant: "Name",
    field: "Key field",
    choose: "Please choose",
    red_lines: "Red lines",
    red_lines_mean: "Any of these leads to withdrawal of the designation. Check each before you apply.",
    scores: "Mock review",
    eligibility: "Eligibility",
    yes: "Yes",
    no: "No",

    year: |stage, index| match (stage, index) {
        (Stage::Creation, 0) => "First year (earliest)",
        (Stage::Creation, 1) => "Second year",
        (Stage::Creation, _) => "Third year (latest)",
        (Stage::Recognition, 0) => "Year before the creation period",
        (Stage::Recognition, 1) => "Creation period, first year",
        (Stage::Recognition, _) => "Creation period, second year",
    },
    baseline_year: |stage, index| match (stage, index) {
        (Stage::Creation, 0) => "Year 1 of the starting figures",
        (Stage::Creation, 1) => "Year 2 of the starting figures",
        (Stage::Creation, _) => "Year 3 of the starting figures",
        (Stage::Recognition, 0) => "Year 1 in the application",
        (Stage::Recognition, 1) => "Year 2 in the application",
        (Stage::Recognition, _) => "Year 3 in the application",
    },
    rate_year: |index| if index == 0 { "Creation period, first year" } else { "Creation period, second year" },
    baseline: |stage| match stage {
        Stage::Creation => "at the start of the three years",
        Stage::Recognition => "in the application",
    },
    baseline_means: |stage| match stage {
        Stage::Creation => "Figures as of the start of the three years, for comparison.",
        Stage::Recognition => "The figures given in the application, for comparison.",
    },
    optional: " (optional)",
    wan_yuan: "万元",
    yi_yuan: "亿元",
    percent: "%",
    units_accepted: |unit| match unit {
        AmountUnit::WanYuan => {
            "An amount without a unit is in 万元 (10,000 yuan). You may write “1.2亿” (1 亿元 = 100 million yuan) or “1,200万元”; what was understood is shown below the field."
        }
        AmountUnit::YiYuan => {
            "An amount without a unit is in 亿元 (100 million yuan). You may write “1,200万元” (1 万元 = 10,000 yuan); what was understood is shown below the field."
        }
    },
    amount_hint: |unit| match unit {
        AmountUnit::WanYuan => "In 万元 (10,000 yuan); for amounts in 亿元 write “1.2亿”.",
        AmountUnit::YiYuan => "In 亿元 (100 million yuan); for amounts in 万元 write “1,200万元”.",
    },
    none_at_all: "None (counts as 0)",
    blank_kinds_count_zero: "Fill in the kinds that apply; the rest count as 0. If there are none at all, tick “None”.",
    weight: |weight| ["weight ", weight].concat(),
    weight_unstated: "weight not stated",
    kind: "Kind",
    count: "Number",
    amount: "Amount",
    rank: "Unit's rank",
    rank_means: "leave blank if lead unit",
    line: |number| ["Line ", &number.to_string()].concat(),
    add_line: "Add a line",
    remove_line: "Remove",
    filled_in_at: |number| ["entered under indicator ", &number.to_string()].concat(),
    note: "Notes for the reviewers (optional)",
    refusal: refusal::at_field_en,
    refusal_in_brief: refusal::in_brief_en,

    finding: "Result",
    outcome: |outcome| match outcome {
        Outcome::Met => "Met",
        Outcome::Unmet => "Not met",
        Outcome::Incomplete => "To fill in",
        Outcome::Invalid => "Needs correcting",
        Outcome::NotComputable => "Cannot be computed",
        Outcome::Unstated => "Threshold not stated",
        Outcome::Review => "For the reviewers",
    },
    formula: "Formula",
    with_numbers: "With your figures",
    at_baseline: |stage| match stage {
        Stage::Creation => "At the start",
        Stage::Recognition => "At application",
    },
    blank_box: "□ stands for a number still missing or to be corrected.",
    blank_weight: "□ stands for a weight not stated or a number still missing.",
    equals: " = ",
    about: " ≈ ",
    value_waits: "shown once everything is filled in",
    value_refused: "shown once the entry is corrected",
    cannot_divide: "The divisor is zero or negative: this cannot be computed.",
    weight_needed: "A weight is not stated: cannot be computed yet",
    shares_points: |percent| [percent, " of the indicator's points"].concat(),
    no_threshold_here: "No threshold at this stage.",
    requirement: "Threshold",
    at_least: |threshold| ["At least ", threshold].concat(),
    growth_at_least: |threshold| ["Growth of at least ", threshold].concat(),
    increase_at_least: |threshold| ["Increase of at least ", threshold].concat(),
    increases: |stage| match stage {
        Stage::Creation => "More than at the start of the three years".to_owned(),
        Stage::Recognition => "More than at application".to_owned(),
    },
    threshold_waits: "Known once the missing figures are filled in",
    reviewers_decide: "The reviewers decide; there is no numeric threshold",
    observed_growth: "Actual growth",
    observed_increase: "Actual change",
    just_above: |threshold| ["Just above ", threshold].concat(),
    short_by: |gap| ["Short by ", gap].concat(),
    not_increased: "No increase",
    beyond_by: |surplus| [surplus, " above the threshold"].concat(),
    exactly_met: "Exactly met",
    reached: |percent| [percent, " of the threshold"].concat(),
    threshold_mark: "Threshold",
    still_missing: "Still missing: ",
    percentage_points: |number| [number, " percentage points"].concat(),
    ways: "This alone would be enough:",
    ways_of_kinds: "Any one of these alone would be enough:",
    add_amount: |figure, amount| [figure, ": ", amount, " more"].concat(),
    add_count: |kind, count, _, lead| [kind, ": ", count, " more", lead].concat(),
    add_any: |kinds, count, _, lead| [count, " more", lead, " of any one of: ", kinds].concat(),
    enumeration: "; ",
    as_lead_unit: " (as the lead unit)",
    purpose: "About this indicator (the plan's text)",
    in_original: "In the Chinese original:",
    source: |annex, number| ["Annex ", &annex.to_string(), ", item ", &number.to_string()].concat(),
    certainty: |certainty| match certainty {
        Certainty::Stated => "stated in the plan",
        Certainty::Reading => "text incomplete – our reading",
        Certainty::Unstated => "not stated in the text",
        Certainty::Override => "entered from the batch's notice",
    },

    summary: "Overview",
    open_summary: "Show results",
    close_summary: "Hide results",
    verdict: |verdict| match verdict {
        Verdict::Ineligible => "Not eligible",
        Verdict::Unmet => "Some indicators do not reach their threshold",
        Verdict::Incomplete => "Not yet complete",
        Verdict::SubjectToReview => {
            "Every threshold that can be checked is met; reviewers or the batch's notice decide the rest"
        }
        Verdict::Met => "All indicators are met",
    },
    left_blank: "not filled in",
    blanks_left: |count| {
        let indicators = if count == 1 { " indicator still lacks" } else { " indicators still lack" };
        [&count.to_string(), indicators, " figures. They change nothing so far, but the application asks for them."]
            .concat()
    },
    particulars_missing: "Key field or eligibility still to be filled in",
    indicators: "Indicators",
    problems: "To correct",
    problems_means: "Select one to go there.",
    warnings: "Please check",
    years_far_apart: "Neighbouring years are a hundredfold apart or more. Check the unit (万元 or 亿元).",

    report: "Self-assessment report",
    report_made: |ruleset, day| ["Ruleset id: ", ruleset, " · Printed on ", day].concat(),
    report_about: |track, stage| ["Applicant: ", (EN.track)(track), " · Stage: ", (EN.stage)(stage)].concat(),
    unfilled: "not filled in",

    workbench: &workbench::EN,
    report_words: &report::EN,
    method: &method::EN,
    overview: &overview::EN,
    files: &super::files::EN,

    separator: " · ",
    sentence_gap: " ",
    colon: ": ",
    brackets: (" (", ")"),
};
