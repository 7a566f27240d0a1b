//! What would be filled in: which row became which figure, in which unit, which years, and why.

use std::rc::Rc;

use yew::prelude::*;

use super::left_out::ROWS;
use crate::view::kit::frame::Frame;
use crate::view::kit::memo::memo;
use crate::view::kit::select::Select;
use engine::address::{Address, Column, Part, Side};
use engine::ids::KindId;
use engine::names::Named;
use engine::number::NumberKind;
use formatting::explanation::naming;
use intake::context::{Along, Answer};
use intake::names::Target;
use intake::reading::{Because, Figure, Used, cell_text};
use intake::unit::Unit;
use model::action::Action;
use model::preview::Preview;
use model::sheet::Sheet;

/// The units in which amounts may be.
const UNITS: [Unit; 6] =
    [Unit::Yuan, Unit::ThousandYuan, Unit::WanYuan, Unit::MillionYuan, Unit::TenMillionYuan, Unit::YiYuan];

/// A list, a part for every row or column of the table from which something is taken.
pub fn filled(preview: &Preview, sheet: &Sheet, frame: &Frame) -> Html {
    let words = frame.words().preview;
    let mut parts: Vec<Vec<&Used>> = Vec::new();
    // A list has a part of its own.
    let is_list = !preview.changes.lists.is_empty();
    for used in preview.reading.used.iter().filter(|_| !is_list) {
        match parts
            .iter_mut()
            .rev()
            .find(|part| part[0].along == used.along && part[0].address.figure == used.address.figure)
        {
            Some(part) => part.push(used),
            None => parts.push(vec![used]),
        }
    }
    let lines = preview.changes.lines.iter().map(|(_, _, count)| *count).sum::<usize>();
    html! {
        <section class="preview-filled" hidden={parts.is_empty()}>
            <h3>{ words.filled }</h3>
            <p class="quiet" hidden={lines == 0}>{ (words.replaces_lines)(lines) }</p>
            { last_year(preview, frame) }
            <ul>{ for parts.iter().enumerate().map(|(index, part)| one(index, part, preview, sheet, frame)) }</ul>
        </section>
    }
}

/// The last year that is taken, to be chosen among those of the table.
fn last_year(preview: &Preview, frame: &Frame) -> Html {
    let words = frame.words();
    let Some(last) = preview.reading.last_year else { return html! { <p hidden=true></p> } };
    let known = frame.period.last_year(preview.reading.side.unwrap_or(Side::Now));
    let years = (last.saturating_sub(3)..=last.saturating_add(1))
        .map(|year| (AttrValue::from(year.to_string()), AttrValue::from((words.years.calendar_year)(year))));
    let choose = frame.act(|year: Rc<str>| Action::AnswerTable(Answer::LastYear(year.parse().unwrap_or(0))));
    html! {
        <div class="preview-year" hidden={known.is_some()}>
            <label for="preview-year">{ words.preview.choose_last_year }</label>
            {
                memo(Select {
                    id: "preview-year".into(),
                    prompt: None,
                    chosen: last.to_string().into(),
                    options: years.collect(),
                    disabled: false,
                    onchoose: choose,
                })
            }
        </div>
    }
}

fn one(index: usize, part: &[&Used], preview: &Preview, sheet: &Sheet, frame: &Frame) -> Html {
    let all = frame.words();
    let words = all.preview;
    let first = part[0];
    let mut because: Vec<Because> = Vec::new();
    for reason in part.iter().flat_map(|used| &used.because) {
        if !because.contains(reason) {
            because.push(*reason);
        }
    }
    let reasons: Vec<&str> = because.iter().map(|because| (words.reason)(*because)).collect();
    let title = naming::title(first.address.figure, first.address.side, &frame.rules, frame.stage, frame.lang);
    let id = ["preview-", &index.to_string()].concat();
    html! {
        <li key={index} class="preview-part">
            <div class="preview-name">
                <h4>{ title }</h4>
                <p class="quiet">{ origin(first, frame) }</p>
                <p class="quiet">{ [words.because, &reasons.join(all.enumeration)].concat() }</p>
            </div>
            <ul class="preview-values">
                { for part.iter().enumerate().map(|(index, used)| value(index, used, preview, sheet, frame)) }
            </ul>
            <div class="preview-changes">
                if index < ROWS {
                    { unit(&id, first, frame) }
                    { figure(&id, first.along, target(first, preview), frame) }
                }
            </div>
        </li>
    }
}

/// Where it stands in the table.
fn origin(used: &Used, frame: &Frame) -> String {
    let words = frame.words().preview;
    match used.along {
        Along::Row(row) => (words.from_row)(&(row + 1).to_string(), &used.names),
        Along::Column(column, _) => {
            let name: String = cell_text((0, column)).trim_end_matches('1').to_owned();
            (words.from_column)(&name, &used.names)
        }
    }
}

fn value(index: usize, used: &Used, preview: &Preview, sheet: &Sheet, frame: &Frame) -> Html {
    let address = used.address;
    let form = &frame.rules.figures[address.figure].form;
    let what = match address.part {
        Part::Entry(entry) => Some(naming::year(form, address.side, entry, frame.period, frame.words())),
        Part::Line(line, column) => Some(match (column, kind_at(preview, address, line)) {
            (Column::Count, Some(kind)) => frame.say(&form.kinds()[kind].title).to_string(),
            (column, _) => naming::column(column, frame.words()).to_owned(),
        }),
        Part::Whole | Part::Kind(_) => None,
    };
    let before = sheet.text(field(preview, address)).filter(|text| !text.trim().is_empty() && ***text != *used.written);
    let before = before.map(|text| (frame.words().preview.before)(text)).unwrap_or_default();
    html! {
        <li key={index}>
            <span class="preview-what" hidden={what.is_none()}>{ what.unwrap_or_default() }</span>
            <strong>{ used.written.clone() }</strong>
            <span class="quiet">{ [cell_text(used.cell), if before.is_empty() { String::new() } else { [" · ", &before].concat() }].concat() }</span>
        </li>
    }
}

/// The kind of a line that was read.
fn kind_at(preview: &Preview, address: Address, line: usize) -> Option<KindId> {
    let (_, read) = preview.reading.figures.iter().find(|(figure, _)| *figure == address.figure)?;
    let Figure::Tally(lines) = read else { return None };
    lines.get(line)?.kind
}

/// The field of an address: tallies by kind have one for each kind, where a reading has lines.
fn field(preview: &Preview, address: Address) -> Address {
    match address.part {
        Part::Line(line, Column::Count) => {
            let kind = kind_at(preview, address, line);
            let by_kind = kind.map(|kind| address.at(Part::Kind(kind)));
            by_kind.filter(|at| preview.changes.cells.iter().any(|(field, _)| field == at)).unwrap_or(address)
        }
        _ => address,
    }
}

/// The unit of the amounts of a row or column.
fn unit(id: &str, used: &Used, frame: &Frame) -> Html {
    let words = frame.words().preview;
    let kind = frame.rules.figures[used.address.figure].form.number_kind();
    if !matches!(kind, NumberKind::Amount | NumberKind::SignedAmount) || used.because.contains(&Because::Position) {
        return html! { <span hidden=true></span> };
    }
    // 千万元 ends with 万元 and 元 as well.
    let longest = UNITS.iter().filter(|unit| used.written.ends_with(unit.sign())).max_by_key(|unit| unit.sign().len());
    let chosen = longest.map_or("", |unit| unit.as_str());
    let options = UNITS.iter().map(|unit| (AttrValue::from(unit.as_str()), AttrValue::from((words.unit_name)(*unit))));
    let along = used.along;
    let choose = frame.act(move |name: Rc<str>| {
        let unit = <Unit as Named>::named(&name).unwrap_or(Unit::WanYuan);
        Action::AnswerTable(Answer::Unit(along, unit))
    });
    let id = [id, "-unit"].concat();
    html! {
        <span class="preview-choice">
            <label for={id.clone()}>{ words.unit }</label>
            { memo(Select { id: id.into(), prompt: None, chosen: chosen.into(), options: options.collect(), disabled: false, onchoose: choose }) }
        </span>
    }
}

/// What a used cell is of.
fn target(used: &Used, preview: &Preview) -> Option<Target> {
    Some(match used.address.part {
        Part::Line(line, _) => Target::Kind(used.address.figure, kind_at(preview, used.address, line)?),
        _ => Target::Figure(used.address.figure),
    })
}

/// The figure or kind that a row or column is, to be chosen; none leaves it out.
pub fn figure(id: &str, along: Along, chosen: Option<Target>, frame: &Frame) -> Html {
    let words = frame.words().preview;
    let mut targets: Vec<Target> = Vec::new();
    for (figure, rule) in frame.rules.figures.with_ids() {
        let kinds = rule.form.kinds();
        if kinds.is_empty() {
            targets.push(Target::Figure(figure));
        }
        targets.extend(kinds.ids().map(|kind| Target::Kind(figure, kind)));
    }
    let name = |target: &Target| match target {
        Target::Figure(figure) => frame.say(&frame.rules.figures[*figure].title),
        Target::Kind(figure, kind) => {
            let rule = &frame.rules.figures[*figure];
            [rule.title.get(frame.lang), frame.words().separator, rule.form.kinds()[*kind].title.get(frame.lang)]
                .concat()
                .into()
        }
    };
    let out = (AttrValue::from("out"), AttrValue::from(words.leave_out));
    let options = targets.iter().enumerate().map(|(index, target)| (AttrValue::from(index.to_string()), name(target)));
    let chosen = chosen.and_then(|chosen| targets.iter().position(|target| *target == chosen));
    let chosen: Rc<str> = chosen.map_or("out".into(), |index| index.to_string().into());
    let all: Vec<_> = std::iter::once(out).chain(options).collect();
    let choose = frame.act(move |value: Rc<str>| {
        let target = value.parse().ok().and_then(|index: usize| targets.get(index));
        Action::AnswerTable(target.map_or(Answer::LeaveOut(along), |target| Answer::Is(along, *target)))
    });
    let id = [id, "-figure"].concat();
    html! {
        <span class="preview-choice">
            <label for={id.clone()}>{ words.read_as_figure }</label>
            { memo(Select { id: id.into(), prompt: None, chosen, options: all, disabled: false, onchoose: choose }) }
        </span>
    }
}
