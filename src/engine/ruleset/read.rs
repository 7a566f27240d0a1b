//! Reading a ruleset document, and refusing one that does not hold together with the place named.

use super::document::whole;
use super::node::{Node, RulesetError};
use super::{
    Certainty, Clause, Criterion, FigureForm, FigureRule, Indicator, Kind, Measure, MeasureUnit, Plausibility, Rule,
    Ruleset, Threshold, TrackRules, Weighing,
};
use crate::engine::exact::Exact;
use crate::engine::input::Input;
use crate::engine::measure::{Form, Growth, Mean, Ratio, Share, WeightedTally};

type Read<T> = Result<T, RulesetError>;

impl Ruleset {
    /// Reads a document. `library` holds the documents that it may extend.
    pub fn read(document: &Input, library: &[&Input]) -> Read<Ruleset> {
        Ruleset::read_at(&Node::root(document), library)
    }

    /// Reads the document at a place of a larger one.
    pub(crate) fn read_at(node: &Node, library: &[&Input]) -> Read<Ruleset> {
        let document = whole(node, library)?;
        let root = Node { path: node.path, value: &document };
        root.only(&[
            "$schema",
            "id",
            "title",
            "issuer",
            "number",
            "issued",
            "fields",
            "weighing",
            "red_lines",
            "calendar",
            "tracks",
        ])?;
        let tracks = root.key("tracks");
        tracks.only(&["park", "enterprise"])?;
        Ok(Ruleset {
            id: root.key("id").string()?,
            title: root.key("title").bilingual()?,
            issuer: root.key("issuer").bilingual()?,
            number: root.key("number").string()?,
            issued: root.key("issued").string()?,
            fields: root.key("fields").some(|node| node.bilingual())?,
            weighing: weighing(&root.key("weighing"))?,
            red_lines: clauses(&root.key("red_lines"))?,
            calendar: clauses(&root.key("calendar"))?,
            park: track(&tracks.key("park"))?,
            enterprise: track(&tracks.key("enterprise"))?,
            overrides: Vec::new(),
        })
    }
}

fn weighing(node: &Node) -> Read<Weighing> {
    node.only(&["basics", "workplan", "place", "quote"])?;
    let weighing = Weighing {
        basics: node.key("basics").unsigned()?,
        workplan: node.key("workplan").unsigned()?,
        place: node.key("place").bilingual()?,
        quote: node.key("quote").string()?,
    };
    let sum = Exact::from(weighing.basics).plus(weighing.workplan.into());
    if sum == Ok(Exact::ONE) { Ok(weighing) } else { Err(node.refuse("basics and workplan must add up to 1")) }
}

fn clauses(node: &Node) -> Read<Vec<Clause>> {
    let list = node.list(|node| {
        node.only(&["id", "title", "place", "quote"])?;
        Ok(Clause {
            id: node.key("id").string()?,
            title: node.key("title").bilingual()?,
            place: node.key("place").bilingual()?,
            quote: node.key("quote").string()?,
        })
    })?;
    node.unique(&list, |clause| &clause.id)?;
    Ok(list)
}

fn track(node: &Node) -> Read<TrackRules> {
    node.only(&["title", "annex", "eligibility", "figures", "indicators", "plausibility"])?;
    let figures_node = node.key("figures");
    let figures = figures_node.some(figure)?;
    figures_node.unique(&figures, |figure| &figure.id)?;
    let figures = Declared(&figures);
    let indicators_node = node.key("indicators");
    let indicators = indicators_node.some(|node| indicator(node, figures))?;
    indicators_node.unique(&indicators, |indicator| &indicator.id)?;
    Ok(TrackRules {
        title: node.key("title").bilingual()?,
        annex: node.key("annex").small()?,
        eligibility: clauses(&node.key("eligibility"))?,
        indicators,
        plausibility: node.key("plausibility").list(|node| plausibility(node, figures))?,
        figures: figures.0.to_vec(),
    })
}

fn figure(node: &Node) -> Read<FigureRule> {
    #[derive(Clone, Copy)]
    enum Name {
        Amount,
        Series,
        Count,
        Tally,
        Rates,
    }
    const NAMES: [(&str, Name); 5] = [
        ("amount", Name::Amount),
        ("series", Name::Series),
        ("count", Name::Count),
        ("tally", Name::Tally),
        ("rates", Name::Rates),
    ];
    let name = node.key("form").choice(&NAMES)?;
    let extra: &[&str] = match name {
        Name::Amount | Name::Series => &["may_be_negative"],
        Name::Count => &["counted_in"],
        Name::Tally => &["counted_in", "kinds", "ranked"],
        Name::Rates => &[],
    };
    node.only(&[&["id", "form", "title", "hint"], extra].concat())?;
    let form = match name {
        Name::Amount => FigureForm::Amount { signed: node.key("may_be_negative").flag()? },
        Name::Series => FigureForm::Series { signed: node.key("may_be_negative").flag()? },
        Name::Count => FigureForm::Count { counted_in: node.key("counted_in").bilingual()? },
        Name::Tally => FigureForm::Tally {
            kinds: kinds(&node.key("kinds"))?,
            ranked: node.key("ranked").flag()?,
            counted_in: node.key("counted_in").bilingual()?,
        },
        Name::Rates => FigureForm::Rates,
    };
    Ok(FigureRule {
        id: node.key("id").string()?,
        title: node.key("title").bilingual()?,
        hint: node.key("hint").optional(Node::bilingual)?,
        form,
    })
}

fn kinds(node: &Node) -> Read<Vec<Kind>> {
    let kinds = node.some(|node| {
        node.only(&["id", "title", "weight"])?;
        Ok(Kind {
            id: node.key("id").string()?,
            title: node.key("title").bilingual()?,
            weight: node.key("weight").optional(Node::unsigned)?,
        })
    })?;
    node.unique(&kinds, |kind| &kind.id)?;
    Ok(kinds)
}

fn indicator(node: &Node, figures: Declared) -> Read<Indicator> {
    node.only(&["id", "number", "group", "title", "purpose", "points", "measures", "criteria"])?;
    let measures_node = node.key("measures");
    let measures = measures_node.list(|node| measure(node, figures))?;
    measures_node.unique(&measures, |measure| &measure.id)?;
    let stages = node.key("criteria");
    stages.only(&["creation", "recognition"])?;
    Ok(Indicator {
        id: node.key("id").string()?,
        number: node.key("number").small()?,
        group: node.key("group").bilingual()?,
        title: node.key("title").bilingual()?,
        purpose: node.key("purpose").string()?,
        points: node.key("points").optional(Node::unsigned)?,
        creation: stages.key("creation").some(|node| criterion(node, &measures, figures))?,
        recognition: stages.key("recognition").some(|node| criterion(node, &measures, figures))?,
        measures,
    })
}

fn measure(node: &Node, figures: Declared) -> Read<Measure> {
    #[derive(Clone, Copy)]
    enum Name {
        Mean,
        Growth,
        Ratio,
        Tally,
        Share,
    }
    const NAMES: [(&str, Name); 5] = [
        ("mean", Name::Mean),
        ("growth", Name::Growth),
        ("ratio", Name::Ratio),
        ("tally", Name::Tally),
        ("share", Name::Share),
    ];
    const UNITS: [(&str, MeasureUnit); 3] =
        [("wan_yuan", MeasureUnit::WanYuan), ("ratio", MeasureUnit::Ratio), ("count", MeasureUnit::Count)];
    let name = node.key("form").choice(&NAMES)?;
    let over: &[&str] = match name {
        Name::Mean | Name::Growth | Name::Tally => &["of"],
        Name::Ratio | Name::Share => &["part", "whole"],
    };
    node.only(&[&["id", "form", "unit", "title", "formula", "share", "certainty", "note"], over].concat())?;
    let form = match name {
        Name::Mean => Form::Mean(Mean { of: node.key("of").some(|node| figures.series(node))? }),
        Name::Growth => Form::Growth(Growth { of: figures.series(&node.key("of"))? }),
        Name::Ratio => {
            Form::Ratio(Ratio { part: figures.money(&node.key("part"))?, whole: figures.money(&node.key("whole"))? })
        }
        Name::Tally => Form::Tally(WeightedTally { of: figures.tally(&node.key("of"))? }),
        Name::Share => {
            Form::Share(Share { part: figures.tally(&node.key("part"))?, whole: figures.count(&node.key("whole"))? })
        }
    };
    Ok(Measure {
        id: node.key("id").string()?,
        title: node.key("title").bilingual()?,
        form,
        unit: node.key("unit").choice(&UNITS)?,
        formula: node.key("formula").bilingual()?,
        share: node.key("share").optional(Node::unsigned)?,
        certainty: certainty(&node.key("certainty"))?,
        note: node.key("note").optional(Node::bilingual)?,
    })
}

fn certainty(node: &Node) -> Read<Certainty> {
    node.choice(&[
        ("stated", Certainty::Stated),
        ("reading", Certainty::Reading),
        ("unstated", Certainty::Unstated),
        ("override", Certainty::Override),
    ])
}

fn criterion(node: &Node, measures: &[Measure], figures: Declared) -> Read<Criterion> {
    const RULES: [&str; 6] =
        ["at_least", "growth_at_least", "increase_at_least", "increases", "qualitative", "unstated"];
    let name = node.key("rule").choice(&RULES.map(|rule| (rule, rule)))?;
    let threshold: &[&str] = if name.ends_with("at_least") { &["threshold"] } else { &[] };
    node.only(&[&["measure", "rule", "certainty", "quote", "note"], threshold].concat())?;
    let measure = node.key("measure").optional(|node| {
        let id = node.text()?;
        let place = measures.iter().position(|measure| measure.id == id);
        place.ok_or_else(|| node.refuse("the indicator declares no such measure"))
    })?;
    if measure.is_none() && name != "qualitative" {
        return Err(node.key("measure").refuse("this rule needs a measure"));
    }
    let threshold = node.key("threshold");
    let rule = match name {
        "at_least" if matches!(threshold.value, Input::Object(_)) => {
            threshold.only(&["compound"])?;
            Rule::AtLeast(Threshold::Compound(figures.rates(&threshold.key("compound"))?))
        }
        "at_least" => Rule::AtLeast(Threshold::Number(threshold.decimal()?)),
        "growth_at_least" => Rule::GrowthAtLeast(threshold.decimal()?),
        "increase_at_least" => Rule::IncreaseAtLeast(threshold.decimal()?),
        "increases" => Rule::Increases,
        "qualitative" => Rule::Qualitative,
        _ => Rule::Unstated,
    };
    Ok(Criterion {
        measure,
        rule,
        certainty: certainty(&node.key("certainty"))?,
        quote: node.key("quote").string()?,
        note: node.key("note").optional(Node::bilingual)?,
    })
}

fn plausibility(node: &Node, figures: Declared) -> Read<Plausibility> {
    node.only(&["code", "part", "whole", "message"])?;
    let (part, whole) = (node.key("part"), node.key("whole"));
    let plausibility = Plausibility {
        code: node.key("code").string()?,
        part: figures.find(&part, |form| !matches!(form, FigureForm::Rates))?,
        whole: figures.find(&whole, |form| !matches!(form, FigureForm::Rates))?,
        message: node.key("message").bilingual()?,
    };
    let is_series = |place: usize| matches!(figures.0[place].form, FigureForm::Series { .. });
    if is_series(plausibility.part) != is_series(plausibility.whole) {
        return Err(whole.refuse("a series can only be compared with a series"));
    }
    Ok(plausibility)
}

/// The figures that a track declares.
#[derive(Clone, Copy)]
struct Declared<'a>(&'a [FigureRule]);

impl Declared<'_> {
    fn find(self, node: &Node, fits: impl Fn(&FigureForm) -> bool) -> Read<usize> {
        let id = node.text()?;
        let place = self.0.iter().position(|figure| figure.id == id);
        match place {
            Some(place) if fits(&self.0[place].form) => Ok(place),
            Some(_) => Err(node.refuse("this figure has another form than is needed here")),
            None => Err(node.refuse("the track declares no such figure")),
        }
    }

    fn series(self, node: &Node) -> Read<usize> {
        self.find(node, |form| matches!(form, FigureForm::Series { .. }))
    }

    fn money(self, node: &Node) -> Read<usize> {
        self.find(node, |form| matches!(form, FigureForm::Series { .. } | FigureForm::Amount { .. }))
    }

    fn tally(self, node: &Node) -> Read<usize> {
        self.find(node, |form| matches!(form, FigureForm::Tally { .. }))
    }

    fn count(self, node: &Node) -> Read<usize> {
        self.find(node, |form| matches!(form, FigureForm::Count { .. }))
    }

    fn rates(self, node: &Node) -> Read<usize> {
        self.find(node, |form| matches!(form, FigureForm::Rates))
    }
}
