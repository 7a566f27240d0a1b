//! A table as it was read: at once for a preview, or before it with pauses.

use std::rc::Rc;

use super::list::List;
use super::rules::Rules;
use super::store::Store;
use super::unit::AmountUnit;
use engine::address::{Address, Side};
use engine::ids::FigureId;
use engine::pause::Pause;
use intake::context::Answer;
use intake::reading::{Figure, Reading};
use intake::template::Edition;
use intake::unit::Unit;
use intake::{Context, Table, read_table_with};

/// A table as it was read, with its lists counted, and all that this depends on.
#[derive(Clone)]
pub(super) struct Look {
    table: Rc<Table>,
    pub(super) at: Option<Address>,
    pub(super) answers: Vec<Answer>,
    last_year: Option<u16>,
    unit: AmountUnit,
    pub(super) rules: Rules,
    pub(super) reading: Rc<Reading>,
    pub(super) lists: Vec<(FigureId, Rc<List>)>,
}

impl Store {
    /// Reads a table and counts its lists. Nothing but the table, the answers and what stands in a look beside them decides it.
    pub(super) async fn look(
        &self,
        table: &Rc<Table>,
        at: Option<Address>,
        answers: Vec<Answer>,
        pause: Pause<'_>,
    ) -> Option<Look> {
        let rules = self.rules()?;
        let ((last_year, unit), stage) = (self.read_beside()?, self.stage_shown()?);
        let context = Context {
            last_year,
            amount_unit: self::unit(unit),
            at,
            answers,
            edition: Some(Edition::of(&rules.ruleset, rules.track, stage)),
            ..Context::of(&rules)
        };
        let reading = read_table_with(table, &context, pause).await;
        let mut lists = Vec::new();
        for (figure, read) in &reading.figures {
            if let Figure::Roster(items) = read {
                let list = Rc::new(List::of(Rc::clone(items)));
                list.count(&self.effective_track()?.figures[*figure].form, pause).await;
                lists.push((*figure, list));
            }
        }
        let (table, answers, reading) = (Rc::clone(table), context.answers, Rc::new(reading));
        Some(Look { table, at, answers, last_year, unit, rules, reading, lists })
    }

    /// What of a sheet bears on how a table is read: the last year of its series, and its unit.
    fn read_beside(&self) -> Option<(Option<u16>, AmountUnit)> {
        let sheet = self.sheet()?;
        Some((sheet.period(self.stage_shown()?).last_year(Side::Now), sheet.unit()))
    }

    /// Whether a table would be read now as it was in a look.
    pub(super) fn is_seen_so(&self, look: &Look, table: &Rc<Table>, at: Option<Address>, answers: &[Answer]) -> bool {
        let is_same = Rc::ptr_eq(&look.table, table) && look.at == at && look.answers == answers;
        is_same && self.read_beside() == Some((look.last_year, look.unit)) && self.rules().as_ref() == Some(&look.rules)
    }
}

fn unit(unit: AmountUnit) -> Unit {
    match unit {
        AmountUnit::Yuan => Unit::Yuan,
        AmountUnit::QianYuan => Unit::ThousandYuan,
        AmountUnit::WanYuan => Unit::WanYuan,
        AmountUnit::YiYuan => Unit::YiYuan,
    }
}
