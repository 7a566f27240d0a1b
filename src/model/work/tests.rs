//! Work that goes on in pieces: what comes of it is what comes of it in one go, and what comes in between ends it.

use std::cell::Cell;
use std::rc::Rc;

use super::{Cause, MANY, Prepared, Working};
use crate::action::Action;
use crate::list::ListAction;
use crate::notice::Notice;
use crate::store::Store;
use crate::testing::{id, rules, rulesets};
use engine::address::{Address, Part, Side};
use engine::pause::{Pause, Wait, at_once};
use engine::roster::Item;
use engine::ruleset::{Stage, Track};
use engine::text::Lang;
use intake::Table;
use intake::context::Answer;
use intake::list::Field;

/// Where bare numbers are written without a question.
fn at_first_kind() -> Address {
    let first = rules(Track::Park).figures[at().figure].form.kinds().ids().next().expect("a kind");
    at().at(Part::Kind(first))
}

fn at() -> Address {
    Address::whole(Side::Now, rules(Track::Park).figure("quality_enterprises").expect("a figure"))
}

fn begun() -> Store {
    let store = Store::new(rulesets(), Lang::Zh);
    store.after(Action::ChooseTrack(Track::Park)).after(Action::ChooseStage(Stage::Creation))
}

fn table() -> Rc<Table> {
    let mut text = "企业名称\t资质\t备注\n".to_owned();
    for row in 0..=MANY {
        text.push_str(&format!("示例企业{}号\t{}\t有效\n", row % 2000, ["高企", "小巨人", "雏鹰企业"][row % 3]));
    }
    Rc::new(Table::of_text(&text).expect("a table"))
}

/// The store at work on an action, the number of the work, and what came of it in pieces.
fn at_work(store: &Store, action: &Action) -> (Store, usize, Prepared) {
    let rows = store.rows_of(action).expect("many rows");
    let working = store.after(Action::Work(Working::Begun(rows, action.cause())));
    let number = working.work.as_ref().expect("at work").number;
    let asked = Cell::new(0);
    let ask = |_: Option<usize>| -> Option<Wait> {
        asked.set(asked.get() + 1);
        Some(Box::pin(std::future::ready(())))
    };
    let prepared = at_once(working.prepare(action, Pause::asking(&ask)));
    assert!(asked.get() > 20, "it may pause: {}", asked.get());
    (working, number, prepared)
}

fn finished(store: &Store, action: impl Fn() -> Action) -> Store {
    let (working, number, prepared) = at_work(store, &action());
    assert!(working.workspace == store.workspace, "nothing is changed before");
    let done = working.after(Action::Work(Working::Finished(number, Box::new(prepared), Box::new(action()))));
    assert!(done.work.is_none() && done.prepared.is_none());
    done
}

fn item(name: &str) -> Box<Item> {
    Box::new(Item { name: name.to_owned(), ..Item::default() })
}

/// What stands on a sheet and what is shown, in one go and in pieces.
fn same(one: &Store, other: &Store) {
    assert!(one.workspace == other.workspace);
    assert_eq!(one.preview, other.preview);
    assert_eq!(one.assessment, other.assessment);
    assert_eq!(one.notice, other.notice);
    let form = &rules(Track::Park).figures[at().figure].form;
    let roster = |store: &Store| store.sheet().and_then(|sheet| sheet.figures[at().figure].list()?.shown(form));
    assert_eq!(roster(one), roster(other));
}

#[test]
fn a_long_list_in_pieces_is_the_list_in_one_go() {
    let (begun, table) = (begun(), table());
    let steps: [&dyn Fn() -> Action; 5] = [
        &|| Action::Read(Rc::clone(&table), Some(at())),
        &|| Action::AnswerTable(Answer::Column(2, Some(Field::Status))),
        &|| Action::WriteTable,
        &|| Action::List(Side::Now, at().figure, ListAction::Put(1, item("示例企业1号"))),
        &|| Action::List(Side::Now, at().figure, ListAction::Remove(7)),
    ];
    let (mut at_once, mut in_pieces) = (begun.clone(), begun.clone());
    for step in steps {
        at_once = at_once.after(step());
        in_pieces = match in_pieces.rows_of(&step()) {
            Some(_) => finished(&in_pieces, step),
            None => in_pieces.after(step()),
        };
        same(&at_once, &in_pieces);
    }
    same(&at_once.after(Action::Undo), &in_pieces.after(Action::Undo));
    assert!(begun.rows_of(&Action::Read(Rc::new(Table::of_text("a\tb\n1\t2").expect("small")), None)).is_none());
}

#[test]
fn what_comes_in_between_ends_the_work_or_leaves_it() {
    let (begun, table) = (begun(), table());
    let read = || Action::Read(Rc::clone(&table), Some(at()));
    let figure = at().figure;
    // what comes in between | whether the work goes on
    let in_between: [(Action, bool); 9] = [
        (Action::Speak(Lang::En), true),
        (Action::NameApplicant("甲".into()), true),
        (Action::Say(Notice::NoTable), true),
        (Action::Read(Rc::new(Table::of_text("1\t2").expect("small")), Some(at_first_kind())), false),
        (Action::DropTable, false),
        (Action::Undo, false),
        (Action::ChooseStage(Stage::Recognition), false),
        (Action::Empty, false),
        (Action::List(Side::Now, figure, ListAction::Begin), false),
    ];
    for (action, goes_on) in in_between {
        let (working, number, prepared) = at_work(&begun, &read());
        let between = working.after(action);
        assert_eq!(between.is_at(number), goes_on);
        let after = between.after(Action::Work(Working::Finished(number, Box::new(prepared), Box::new(read()))));
        assert_eq!(after.preview.is_some(), goes_on, "what was worked out is thrown away, or shown");
        assert!(after.work.is_none());
    }
}

/// What was corrected is not dropped for whatever a person does next.
#[test]
fn a_correction_is_finished_before_anything_ends_it() {
    let filled = begun().after(Action::Read(table(), Some(at()))).after(Action::WriteTable);
    let put = || Action::List(Side::Now, at().figure, ListAction::Put(0, item("甲")));
    // what comes in between | whether it has to wait | whether the correction goes on
    let in_between: [(Action, bool, bool); 11] = [
        (Action::Read(Rc::new(Table::of_text("1\t2").expect("small")), Some(at())), true, true),
        (Action::Work(Working::Begun(MANY + 1, Cause::Other)), true, true),
        (put(), true, true),
        (Action::ChooseStage(Stage::Recognition), true, true),
        (Action::Forget, true, true),
        (Action::Redo, true, true),
        (Action::NameApplicant("甲".into()), false, true),
        (Action::TurnTo(id(3)), false, true),
        (Action::Undo, false, false),
        (Action::Work(Working::Stopped), false, false),
        (Action::Empty, false, false),
    ];
    for (place, (action, waits, goes_on)) in in_between.into_iter().enumerate() {
        let (working, number, prepared) = at_work(&filled, &put());
        let between = working.after(action);
        assert_eq!(between.notice == Some(Notice::StillCounting), waits, "{place}");
        assert_eq!(between.is_at(number), goes_on, "{place}");
        if waits {
            let finish = Working::Finished(number, Box::new(prepared), Box::new(put()));
            let done = between.after(Action::Work(finish));
            assert!(done.workspace == filled.after(put()).workspace, "{place}: nothing was done but the correction");
        }
    }
}

#[test]
fn undoing_takes_back_what_is_not_done_yet_and_nothing_else() {
    let filled = begun().after(Action::Read(table(), Some(at()))).after(Action::WriteTable);
    let put = Action::List(Side::Now, at().figure, ListAction::Put(0, item("甲")));
    let (working, ..) = at_work(&filled, &put);
    let undone = working.after(Action::Undo);
    assert!(undone.work.is_none() && undone.workspace == filled.workspace);
    let stopped = working.after(Action::Work(Working::Stopped));
    assert!(stopped.work.is_none() && stopped.workspace == filled.workspace);
}

#[test]
fn an_answer_given_while_another_is_worked_out_holds_beside_it() {
    let shown = begun().after(Action::Read(table(), Some(at())));
    let [one, two] = [Answer::Column(2, Some(Field::Status)), Answer::Column(1, None)];
    let (working, number, prepared) = at_work(&shown, &Action::AnswerTable(one.clone()));
    assert!(working.after(Action::WriteTable).preview.is_some(), "what is shown is not what was asked for");
    let (working, later, both) = at_work(&working, &Action::AnswerTable(two.clone()));
    let late = Working::Finished(number, Box::new(prepared), Box::new(Action::AnswerTable(one.clone())));
    let working = working.after(Action::Work(late));
    assert!(working.is_at(later), "the first one came too late");
    let last = Working::Finished(later, Box::new(both), Box::new(Action::AnswerTable(two.clone())));
    let answers = working.after(Action::Work(last)).preview.as_ref().map(|preview| preview.answers.clone());
    assert_eq!(answers, Some(vec![one, two]));
}

#[test]
fn what_was_worked_out_beside_another_unit_is_read_anew() {
    let (begun, table) = (begun(), table());
    let read = || Action::Read(Rc::clone(&table), Some(at()));
    let (working, number, prepared) = at_work(&begun, &read());
    let later = Action::LastYear(Side::Now, "2025".into());
    let done = working.after(later);
    let done = done.after(Action::Work(Working::Finished(number, Box::new(prepared), Box::new(read()))));
    let expected = begun.after(Action::LastYear(Side::Now, "2025".into())).after(read());
    same(&done, &expected);
}
