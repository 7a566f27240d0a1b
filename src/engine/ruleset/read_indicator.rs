//! Reading the indicators of a track: their measures and criteria, over the figures that the track declares.

use super::node::{Node, Read};
use super::{Certainty, Criterion, FigureForm, FigureRule, Formula, Indicator, Measure, Rule, Threshold};
use crate::ids::{FigureId, MeasureId, Table};
use crate::input::Input;
use crate::measure::{Form, Growth, Mean, Ratio, Share, WeightedTally};

pub fn indicator(node: &Node, figures: Declared) -> Read<Indicator> {
    node.only(&["id", "number", "group", "title", "purpose", "points", "measures", "criteria"])?;
    let measures_node = node.key("measures");
    let measures = Table::from(measures_node.list(|node| measure(node, figures))?);
    measures_node.unique(&measures, |measure| &measure.id)?;
    let stages = node.key("criteria");
    stages.only(&["creation", "recognition"])?;
    let criteria = |stage: &str| {
        let node = stages.key(stage);
        let criteria = node.some(|node| criterion(node, &measures, figures))?;
        node.unique(&criteria, |criterion| criterion.measure.map_or("", |measure| &measures[measure].id))?;
        Read::Ok(criteria)
    };
    Ok(Indicator {
        id: node.key("id").string()?,
        number: node.key("number").small()?,
        group: node.key("group").bilingual()?,
        title: node.key("title").bilingual()?,
        purpose: node.key("purpose").string()?,
        points: node.key("points").optional(Node::unsigned)?,
        creation: criteria("creation")?,
        recognition: criteria("recognition")?,
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
    let name = node.key("form").choice(&NAMES)?;
    let over: &[&str] = match name {
        Name::Mean | Name::Growth | Name::Tally => &["of"],
        Name::Ratio | Name::Share => &["part", "whole"],
    };
    node.only(&[&["id", "form", "unit", "title", "formula", "share", "certainty", "note"], over].concat())?;
    let form = match name {
        Name::Mean => {
            let node = node.key("of");
            let of = node.some(|node| figures.series(node))?;
            node.unique(&of, |figure| &figures.0[*figure].id)?;
            Form::Mean(Mean { of })
        }
        Name::Growth => Form::Growth(Growth { of: figures.series(&node.key("of"))? }),
        Name::Ratio => {
            let (part, whole) = (figures.money(&node.key("part"))?, figures.money(&node.key("whole"))?);
            if part == whole {
                return Err(node.key("whole").refuse("this must be another figure than the part"));
            }
            Form::Ratio(Ratio { part, whole })
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
        unit: node.key("unit").named()?,
        formula: formula(&node.key("formula"))?,
        share: node.key("share").optional(Node::unsigned)?,
        certainty: certainty(&node.key("certainty"))?,
        note: node.key("note").optional(Node::bilingual)?,
    })
}

fn formula(node: &Node) -> Read<Formula> {
    node.only(&["creation", "recognition"])?;
    Ok(Formula { creation: node.key("creation").bilingual()?, recognition: node.key("recognition").bilingual()? })
}

/// `override` is not for documents: it says that a person set the number.
fn certainty(node: &Node) -> Read<Certainty> {
    node.choice(&[("stated", Certainty::Stated), ("reading", Certainty::Reading), ("unstated", Certainty::Unstated)])
}

fn criterion(node: &Node, measures: &Table<MeasureId, Measure>, figures: Declared) -> Read<Criterion> {
    const RULES: [&str; 6] =
        ["at_least", "growth_at_least", "increase_at_least", "increases", "qualitative", "unstated"];
    let name = node.key("rule").choice(&RULES.map(|rule| (rule, rule)))?;
    let threshold: &[&str] = if name.ends_with("at_least") { &["threshold"] } else { &[] };
    node.only(&[&["measure", "rule", "certainty", "quote", "note"], threshold].concat())?;
    let measure = node.key("measure").optional(|node| {
        let id = node.text()?;
        measures.find(|measure| measure.id == id).ok_or_else(|| node.refuse("the indicator declares no such measure"))
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
        "at_least" => Rule::AtLeast(Threshold::Number(threshold.unsigned()?)),
        "growth_at_least" => Rule::GrowthAtLeast(threshold.unsigned()?),
        "increase_at_least" => Rule::IncreaseAtLeast(threshold.unsigned()?),
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

/// The figures that a track declares.
#[derive(Clone, Copy)]
pub struct Declared<'a>(pub &'a Table<FigureId, FigureRule>);

impl Declared<'_> {
    pub fn find(self, node: &Node, fits: impl Fn(&FigureForm) -> bool) -> Read<FigureId> {
        let id = node.text()?;
        match self.0.find(|figure| figure.id == id) {
            Some(figure) if fits(&self.0[figure].form) => Ok(figure),
            Some(_) => Err(node.refuse("this figure has another form than is needed here")),
            None => Err(node.refuse("the track declares no such figure")),
        }
    }

    fn series(self, node: &Node) -> Read<FigureId> {
        self.find(node, |form| matches!(form, FigureForm::Series { .. }))
    }

    fn money(self, node: &Node) -> Read<FigureId> {
        self.find(node, |form| matches!(form, FigureForm::Series { .. } | FigureForm::Amount { .. }))
    }

    fn tally(self, node: &Node) -> Read<FigureId> {
        self.find(node, |form| matches!(form, FigureForm::Tally { .. }))
    }

    fn count(self, node: &Node) -> Read<FigureId> {
        self.find(node, |form| matches!(form, FigureForm::Count { .. }))
    }

    fn rates(self, node: &Node) -> Read<FigureId> {
        self.find(node, |form| matches!(form, FigureForm::Rates))
    }
}
