//! What every column of a list says: by its head, by what a person answered, and where there is no head by what stands in it.

use std::ops::Range;

use engine::ids::KindId;
use engine::pause::Pause;
use engine::ruleset::RosterRule;

use super::sections::is_total;
use super::{Tally, head};
use crate::context::{Answer, Context};
use crate::grid::{Grid, Sort};
use crate::words::{Role, around, plain};

/// What an item may say of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Its name.
    Name,
    /// Its code.
    Code,
    /// Its kinds.
    Kinds,
    /// The unit's rank.
    Rank,
    /// The unit that it is built on.
    Host,
    /// Its status.
    Status,
    /// Why it counts all the same.
    Anyway,
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Field; 7] =
        [Field::Name, Field::Code, Field::Kinds, Field::Rank, Field::Host, Field::Status, Field::Anyway];

    /// The key of an item.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Code => "code",
            Field::Kinds => "kinds",
            Field::Rank => "rank",
            Field::Host => "host",
            Field::Status => "status",
            Field::Anyway => "anyway",
        }
    }
}

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It is empty.
    Nothing,
    /// It numbers the rows.
    Serial,
    /// It is hidden.
    Hidden,
    /// Nothing that counts.
    Other,
    /// What items say of themselves.
    Field(Field),
    /// Whether an item is of a kind.
    Kind(KindId),
    /// A second number, which counts where the first is missing: 授权公告号 beside 申请号.
    SecondCode,
    /// Until when it is valid (有效期).
    Valid,
    /// Whose it is (专利权人), or whether it is the unit's first.
    Owner,
    /// Who gave an award (颁奖单位).
    Issuer,
    /// Whether a patent is an invention (专利类型).
    Scope,
}

impl Says {
    /// The key of an item that the column goes to.
    pub fn name(self) -> &'static str {
        match self {
            Says::Field(field) => field.as_str(),
            Says::Kind(_) | Says::Issuer | Says::Scope => Field::Kinds.as_str(),
            Says::SecondCode => Field::Code.as_str(),
            Says::Valid => Field::Status.as_str(),
            Says::Owner => Field::Rank.as_str(),
            Says::Nothing | Says::Serial | Says::Hidden | Says::Other => "",
        }
    }
}

/// The columns of a list.
pub struct Columns {
    /// The rows of the head.
    pub head: Vec<usize>,
    /// The first row below it.
    pub first: usize,
    /// What each column says.
    pub says: Vec<Says>,
    /// How many columns one list takes: all of them, if lists do not stand side by side.
    pub period: usize,
    /// Of which columns the head asks for yes or no (是否有效): a dash or × below it is a no, and no missing value.
    pub asks: Vec<bool>,
}

/// No list has its head further down.
const MOST_ROWS_ABOVE: usize = 12;

impl Columns {
    /// What the columns say; none if the table is no list of things, each with a name or code of its own.
    pub async fn of(grid: &Grid<'_>, context: &Context<'_>, tally: &Tally<'_>, pause: Pause<'_>) -> Option<Columns> {
        let mut columns = match (0..grid.height().min(MOST_ROWS_ABOVE)).find(|row| is_head(grid, *row, tally)) {
            Some(row) => Columns::below(grid, row, tally),
            None => Columns {
                head: Vec::new(),
                first: 0,
                says: vec![Says::Other; grid.width],
                period: grid.width,
                asks: Vec::new(),
            },
        };
        columns.look_inside(grid, tally, pause).await;
        for part in columns.parts() {
            columns.take_the_best(grid, tally, part);
        }
        for answer in &context.answers {
            if let Answer::Column(column, says) = answer
                && let Some(own) = columns.says.get_mut(*column)
            {
                *own = says.map_or(Says::Other, Says::Field);
            }
        }
        let asks = |column: usize| around(&plain(&columns.head_of(grid, column)), "是否").is_some();
        columns.asks = (0..grid.width).map(asks).collect();
        let is_list = columns.says.iter().any(|says| matches!(says, Says::Field(Field::Name | Field::Code)));
        let above = if columns.head.is_empty() { 0..grid.height().min(MOST_ROWS_ABOVE) } else { 0..columns.first };
        let counts = above.into_iter().any(|row| grid.has_role(row, Role::Count));
        (is_list && !counts && !columns.hold_counts(grid, tally, pause).await).then_some(columns)
    }

    /// Whether a cell further up is the head of names or codes, as they are called in a list that is counted by these rules.
    pub fn has_head(grid: &Grid, rule: &RosterRule) -> bool {
        (0..grid.height().min(MOST_ROWS_ABOVE)).any(|row| names_things(grid, row, rule))
    }

    /// The columns of each of the lists that stand side by side.
    pub fn parts(&self) -> Vec<Range<usize>> {
        let starts = (0..self.says.len()).step_by(self.period.max(1));
        starts.map(|start| start..self.says.len().min(start + self.period)).collect()
    }

    /// Whether a row says what the head says: the head of the next page.
    pub fn is_head_again(&self, grid: &Grid, row: usize) -> bool {
        let same =
            |head: &usize| grid.filled(row).iter().all(|column| grid.text(*head, *column) == grid.text(row, *column));
        self.head.iter().any(same)
    }

    /// Whether this is a table of numbers: numbers stand under the names of kinds, or the names are those of kinds.
    async fn hold_counts(&self, grid: &Grid<'_>, tally: &Tally<'_>, pause: Pause<'_>) -> bool {
        let is_flag = |text: &str| text == "0" || text == "1" || head::is_date(text);
        let (mut named, mut kinds) = (0, 0);
        for row in self.first..grid.height() {
            pause.after(row).await;
            let is_total = grid.filled(row).first().is_some_and(|first| is_total(grid.text(row, *first)));
            for (column, says) in self.says.iter().enumerate() {
                let text = grid.text(row, column).trim();
                match says {
                    Says::Kind(_) if grid.sort(row, column) == Sort::Number && !is_total && !is_flag(text) => {
                        return true;
                    }
                    Says::Field(Field::Name) if !text.is_empty() && !is_total => {
                        named += 1;
                        kinds += usize::from(tally.names.find(text).is_some());
                    }
                    _ => {}
                }
            }
        }
        kinds * 2 > named
    }

    /// Whether a person said what a column is.
    pub fn is_answered(&self, context: &Context, column: usize) -> bool {
        context.answers.iter().any(|answer| matches!(answer, Answer::Column(own, _) if *own == column))
    }

    /// What stands above a column, the nearest last.
    pub fn head_of(&self, grid: &Grid, column: usize) -> String {
        let mut text = String::new();
        for row in &self.head {
            let said = grid.text(*row, column);
            if !said.is_empty() {
                text.push_str(if text.is_empty() { "" } else { " " });
                text.push_str(said);
            }
        }
        text
    }

    fn below(grid: &Grid, row: usize, tally: &Tally) -> Columns {
        let mut columns =
            Columns { head: vec![row], first: row + 1, says: Vec::new(), period: grid.width, asks: Vec::new() };
        // Kinds in a second row of heads, under 资质.
        let second = row + 1;
        let is_kind = |column: &&usize| kind_of_head(&plain(grid.text(second, **column)), tally).is_some();
        if !grid.filled(second).is_empty() && grid.filled(second).iter().filter(is_kind).count() >= 2 {
            let says_more = grid.filled(second).iter().any(|column| {
                let own = plain(grid.text(second, *column));
                !own.is_empty() && own != plain(grid.text(row, *column)) && kind_of_head(&own, tally).is_none()
            });
            if !says_more {
                columns.head.push(second);
                columns.first = second + 1;
            }
        }
        for column in 0..grid.width {
            let said = columns.head.iter().rev().find_map(|row| {
                let text = plain(grid.text(*row, column));
                if text.is_empty() { None } else { say(&text, tally) }
            });
            columns.says.push(said.map_or(Says::Other, |(says, _)| says));
        }
        let is_again = |period: &usize| {
            let name = columns.says.iter().position(|says| *says == Says::Field(Field::Name));
            name.is_some_and(|name| name + period < grid.width)
                && (*period..grid.width).all(|column| grid.text(row, column) == grid.text(row, column - period))
        };
        columns.period = (2..grid.width).find(is_again).unwrap_or(grid.width);
        columns
    }
}

/// Whether a row is the head of a list: at least two of its cells say what their columns are, or one says 企业名称 or 资质 and
/// nothing else, or 名称 stands alone.
fn is_head(grid: &Grid, row: usize, tally: &Tally) -> bool {
    let filled = grid.filled(row);
    let said = filled.iter().filter_map(|column| say(&plain(grid.text(row, *column)), tally));
    let (mut count, mut names, mut is_plain) = (0, false, false);
    for (says, rank) in said {
        count += 1;
        let is_name = matches!(says, Says::Field(Field::Name | Field::Code));
        names |= is_name;
        is_plain |= is_name && rank == 0;
    }
    let is_beside = |column: &usize| head::is_head_of_kinds(&plain(grid.text(row, *column)));
    let is_one_of_several = filled.len() > 1 && (is_plain || filled.iter().any(is_beside));
    let is_named = names && (count >= 2 || (filled.len() == 1 && grid.width == 1));
    (is_named || is_one_of_several) && !grid.has(row, Sort::Number)
}

/// Whether a row is clearly the head of a list: names or codes are called as nothing else is, or kinds beside them are.
pub fn names_things(grid: &Grid, row: usize, rule: &RosterRule) -> bool {
    const LONGEST: usize = 60;
    let (mut named, mut clear, mut kinds) = (false, false, false);
    // Staff with a senior professional title is a kind, and no title of anything.
    let is_head = |column: &&usize| {
        let names_kind = || grid.label(row, **column).is_some_and(|label| label.named.is_some());
        grid.sort(row, **column) == Sort::Words && !names_kind()
    };
    for column in grid.filled(row).iter().filter(is_head) {
        let text = plain(grid.text(row, *column));
        let said = if text.is_empty() || text.len() > LONGEST { None } else { head::says(&text, rule) };
        match said {
            Some((Says::Field(Field::Name | Field::Code), rank)) => (named, clear) = (true, clear || rank == 0),
            Some((Says::Field(Field::Kinds), _)) => kinds = true,
            _ => {}
        }
    }
    named && (clear || kinds) && grid.filled(row).len() > 1
}

/// What a head says, and how good a name or code it is.
pub fn say(text: &str, tally: &Tally) -> Option<(Says, usize)> {
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    if let Some(kind) = kind_of_head(text, tally) {
        return Some((Says::Kind(kind), 0));
    }
    head::says(text, tally.rule)
}

/// The kind that a head asks for: 高新技术企业, 是否高企, 是否为专精特新.
fn kind_of_head(text: &str, tally: &Tally) -> Option<KindId> {
    // 是否高企(是/否)
    let asked = text.strip_suffix(')').and_then(|text| text.split_once('('));
    let asked = asked.filter(|(_, within)| within.starts_with(['是', '√', '打', 'y', '1', '有']));
    let bare = asked.map_or(text, |(before, _)| before).trim_end_matches(['?', ':']);
    let bare = ["是否属于", "是否为", "是否是", "是否"].iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    super::kinds::find(bare, tally).or_else(|| tally.names.find(&[bare, "企业"].concat()))
}

/// Whether all that stands in a row is hidden.
pub fn is_hidden_row(grid: &Grid, row: usize) -> bool {
    grid.filled(row).iter().all(|column| grid.is_hidden(row, *column))
}
