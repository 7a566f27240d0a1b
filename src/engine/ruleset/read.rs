//! Reading a ruleset document, and refusing one that does not hold together with the place named.

use super::document::whole;
use super::node::{Node, Read};
use super::read_indicator::{Declared, indicator};
use super::roster::roster;
use super::{Clause, FigureForm, FigureRule, Help, Kind, Plausibility, Ruleset, TrackRules, Weighing};
use crate::exact::Exact;
use crate::ids::{FieldId, FigureId, KindId, Table};
use crate::input::Input;
use crate::text::Text;
use std::sync::Arc;

/// The document that others may extend, and what was read of it.
#[derive(Clone, Copy)]
pub(crate) struct Base<'a> {
    /// The document.
    pub document: &'a Input<'static>,
    /// What was read of it.
    pub ruleset: &'a Ruleset,
}

impl Ruleset {
    /// Reads a document, which may extend the base.
    pub(crate) fn read(document: &Input, base: Option<Base>) -> Read<Ruleset> {
        Ruleset::read_at(&Node::root(document), base)
    }

    /// Reads the document at a place of a larger one.
    pub(crate) fn read_at(node: &Node, base: Option<Base>) -> Read<Ruleset> {
        let document = whole(node, base.as_ref().map(|base| base.document))?;
        let root = Node { path: node.path, value: &document };
        root.only(&[
            "$schema",
            "id",
            "title",
            "issuer",
            "number",
            "issued",
            "version",
            "fields",
            "weighing",
            "red_lines",
            "calendar",
            "tracks",
        ])?;
        let tracks = root.key("tracks");
        tracks.only(&["park", "enterprise"])?;
        let (park, enterprise) = match base {
            // Read already: most batches leave the annexes as they are.
            Some(Base { ruleset, .. }) if extends_as_it_is(node.value) => {
                (Arc::clone(&ruleset.park), Arc::clone(&ruleset.enterprise))
            }
            _ => (Arc::new(track(&tracks.key("park"))?), Arc::new(track(&tracks.key("enterprise"))?)),
        };
        // An id means one indicator of the whole document: overrides name it without a track.
        let in_both = enterprise.indicators.iter().find(|one| park.indicators.iter().any(|other| other.id == one.id));
        if let Some(indicator) = in_both {
            return Err(tracks
                .key("enterprise")
                .key(&indicator.id)
                .refuse("the other track has an indicator of this id"));
        }
        Ok(Ruleset {
            id: root.key("id").string()?,
            title: root.key("title").bilingual()?,
            issuer: root.key("issuer").bilingual()?,
            number: root.key("number").string()?,
            issued: root.key("issued").string()?,
            version: root.key("version").optional(Node::string)?,
            fields: fields(&root.key("fields"))?,
            weighing: weighing(&root.key("weighing"))?,
            red_lines: clauses(&root.key("red_lines"))?,
            calendar: clauses(&root.key("calendar"))?,
            park,
            enterprise,
            overrides: Vec::new(),
        })
    }
}

/// Whether a document extends another and takes its tracks as they are.
fn extends_as_it_is(document: &Input) -> bool {
    *document.get("extends") != Input::Absent && *document.get("tracks") == Input::Absent
}

/// A submission names its field by the Chinese name.
fn fields(node: &Node) -> Read<Table<FieldId, Text>> {
    let fields = node.some(|node| node.bilingual())?;
    node.unique(&fields, |field| &field.zh)?;
    Ok(fields.into())
}

fn weighing(node: &Node) -> Read<Weighing> {
    node.only(&["basics", "workplan", "place", "quote"])?;
    let weighing = Weighing {
        basics: node.key("basics").unsigned()?,
        workplan: node.key("workplan").unsigned()?,
        source: node.key("place").bilingual()?,
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
            source: node.key("place").bilingual()?,
            quote: node.key("quote").string()?,
        })
    })?;
    node.unique(&list, |clause| &clause.id)?;
    Ok(list)
}

fn track(node: &Node) -> Read<TrackRules> {
    node.only(&["title", "annex", "eligibility", "figures", "indicators", "plausibility"])?;
    let figures_node = node.key("figures");
    let figures = Table::from(figures_node.some(figure)?);
    figures_node.unique(&figures, |figure| &figure.id)?;
    let declared = Declared(&figures);
    let indicators_node = node.key("indicators");
    let indicators = Table::from(indicators_node.some(|node| indicator(node, declared))?);
    indicators_node.unique(&indicators, |indicator| &indicator.id)?;
    let plausibility = node.key("plausibility").list(|node| plausibility(node, declared))?;
    Ok(TrackRules {
        title: node.key("title").bilingual()?,
        annex: node.key("annex").small()?,
        eligibility: clauses(&node.key("eligibility"))?,
        indicators,
        plausibility,
        figures,
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
        Name::Tally => &["counted_in", "kinds", "ranked", "roster"],
        Name::Rates => &[],
    };
    node.only(&[&["id", "form", "title", "aliases", "hint", "help"], extra].concat())?;
    let form = match name {
        Name::Amount => FigureForm::Amount { signed: node.key("may_be_negative").flag()? },
        Name::Series => FigureForm::Series { signed: node.key("may_be_negative").flag()? },
        Name::Count => FigureForm::Count { counted_in: node.key("counted_in").bilingual()? },
        Name::Tally => tally(node)?,
        Name::Rates => FigureForm::Rates,
    };
    Ok(FigureRule {
        id: node.key("id").string()?,
        title: node.key("title").bilingual()?,
        aliases: aliases(node)?,
        hint: node.key("hint").optional(Node::bilingual)?,
        help: node.key("help").optional(help)?,
        form,
    })
}

fn help(node: &Node) -> Read<Help> {
    node.only(&["source", "mistakes"])?;
    Ok(Help { source: node.key("source").bilingual()?, mistakes: node.key("mistakes").bilingual()? })
}

fn tally(node: &Node) -> Read<FigureForm> {
    let kinds = kinds(&node.key("kinds"))?;
    let roster = node.key("roster").optional(|node| roster(node, &kinds).map(Box::new))?;
    let (ranked, counted_in) = (node.key("ranked").flag()?, node.key("counted_in").bilingual()?);
    Ok(FigureForm::Tally { kinds, ranked, counted_in, roster })
}

fn kinds(node: &Node) -> Read<Table<KindId, Kind>> {
    let kinds = node.some(|node| {
        node.only(&["id", "title", "aliases", "weight"])?;
        Ok(Kind {
            id: node.key("id").string()?,
            title: node.key("title").bilingual()?,
            aliases: aliases(node)?,
            weight: node.key("weight").optional(Node::unsigned)?,
        })
    })?;
    node.unique(&kinds, |kind| &kind.id)?;
    Ok(kinds.into())
}

/// What tables call a figure or a kind besides its title.
fn aliases(node: &Node) -> Read<Vec<String>> {
    let aliases = node.key("aliases");
    match aliases.optional(Node::strings)? {
        Some(names) if names.is_empty() => Err(aliases.refuse("at least one is needed")),
        names => Ok(names.unwrap_or_default()),
    }
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
    let is_series = |figure: FigureId| matches!(figures.0[figure].form, FigureForm::Series { .. });
    if is_series(plausibility.part) != is_series(plausibility.whole) {
        return Err(whole.refuse("a series can only be compared with a series"));
    }
    Ok(plausibility)
}
