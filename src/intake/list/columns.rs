//! What every column of a list says: by its head, by what a person answered, and where there is no head by what stands in it.

use engine::ids::KindId;

use super::{Tally, head};
use crate::context::{Answer, Context};
use crate::grid::{Grid, Sort};
use crate::words::{Role, plain};

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
}

impl Field {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Field; 6] = [Field::Name, Field::Code, Field::Kinds, Field::Rank, Field::Host, Field::Status];

    /// The key of an item.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Code => "code",
            Field::Kinds => "kinds",
            Field::Rank => "rank",
            Field::Host => "host",
            Field::Status => "status",
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
    /// Until when it is valid (有效期).
    Valid,
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
            Says::Valid => Field::Status.as_str(),
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
}

/// No list has its head further down.
const MOST_ROWS_ABOVE: usize = 12;
/// So many rows tell what stands in a column.
const ENOUGH: usize = 200;

impl Columns {
    /// What the columns say; none if the table is no list of things, each with a name or code of its own.
    pub fn of(grid: &Grid, context: &Context, tally: &Tally) -> Option<Columns> {
        let mut columns = match (0..grid.height().min(MOST_ROWS_ABOVE)).find(|row| is_head(grid, *row, tally)) {
            Some(row) => Columns::below(grid, row, tally),
            None => Columns { head: Vec::new(), first: 0, says: vec![Says::Other; grid.width] },
        };
        columns.look_inside(grid, tally);
        columns.take_the_best(grid, tally);
        for answer in &context.answers {
            if let Answer::Column(column, says) = answer
                && let Some(own) = columns.says.get_mut(*column)
            {
                *own = says.map_or(Says::Other, Says::Field);
            }
        }
        let is_list = columns.says.iter().any(|says| matches!(says, Says::Field(Field::Name | Field::Code)));
        let counts = columns.head.iter().any(|row| grid.has_role(*row, Role::Count));
        (is_list && !counts).then_some(columns)
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
        let mut columns = Columns { head: vec![row], first: row + 1, says: Vec::new() };
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
        columns
    }

    /// Empty and hidden columns; and where no head says it, columns of kinds, codes and names.
    fn look_inside(&mut self, grid: &Grid, tally: &Tally) {
        let has_head = !self.head.is_empty();
        for column in 0..grid.width {
            let cells = || {
                (self.first..grid.height()).map(|row| (row, column)).filter(|at| grid.sort(at.0, at.1) != Sort::Blank)
            };
            if cells().next().is_none() {
                self.says[column] = Says::Nothing;
            } else if cells().all(|at| grid.is_hidden(at.0, at.1))
                && !(self.first..grid.height()).all(|row| is_hidden_row(grid, row))
            {
                self.says[column] = Says::Hidden;
            } else if self.says[column] == Says::Other || self.says[column] == Says::Field(Field::Code) {
                let texts = || cells().take(ENOUGH).map(|at| grid.text(at.0, at.1));
                let (mut all, mut kinds, mut codes, mut serial) = (0, 0, 0, true);
                for text in texts() {
                    all += 1;
                    serial &= text.trim().parse::<usize>().is_ok_and(|number| number == all || number + 1 == all);
                    kinds += usize::from(super::kinds::says_kind(text, tally));
                    codes += usize::from(is_credit_code(text));
                }
                if serial && all > 1 {
                    self.says[column] = Says::Serial;
                } else if self.says[column] == Says::Other && kinds * 2 > all {
                    self.says[column] = Says::Field(Field::Kinds);
                } else if self.says[column] == Says::Other && codes * 2 > all {
                    self.says[column] = Says::Field(Field::Code);
                }
            }
        }
        let has = |says: &[Says], field| says.contains(&Says::Field(field));
        if !has_head && !has(&self.says, Field::Name) {
            // Without a head, the only column of words is that of the names.
            let words = |column: &usize| {
                let sorts = || (self.first..grid.height()).map(|row| grid.sort(row, *column));
                let named = |row| grid.label(row, *column).is_some_and(|label| label.named.is_some());
                self.says[*column] == Says::Other
                    && sorts().all(|sort| matches!(sort, Sort::Words | Sort::Blank))
                    && !(self.first..grid.height()).any(named)
            };
            let mut columns = (0..grid.width).filter(words);
            if let (Some(only), None) = (columns.next(), columns.next())
                && (has(&self.says, Field::Kinds) || has(&self.says, Field::Code))
            {
                self.says[only] = Says::Field(Field::Name);
            }
        }
    }

    /// Of several names, and of several columns that may be of kinds, those that say most.
    fn take_the_best(&mut self, grid: &Grid, tally: &Tally) {
        for field in [Field::Name, Field::Code] {
            let rank = |column: usize| {
                let heads = self.head.iter().rev();
                let mut said = heads.filter_map(|row| say(&plain(grid.text(*row, column)), tally));
                said.next().map_or(usize::MAX, |(_, rank)| rank)
            };
            let own = (0..self.says.len()).filter(|column| self.says[*column] == Says::Field(field));
            let ranks: Vec<(usize, usize)> = own.map(|column| (rank(column), column)).collect();
            let Some((_, best)) = ranks.iter().min().copied() else { continue };
            for (_, column) in ranks {
                if column != best {
                    self.says[column] = Says::Other;
                }
            }
        }
        let tells = |column: usize| {
            let cells = (self.first..grid.height()).take(ENOUGH);
            cells.filter(|row| super::kinds::says_kind(grid.text(*row, column), tally)).count()
        };
        let own = (0..self.says.len()).filter(|column| self.says[*column] == Says::Field(Field::Kinds));
        let told: Vec<(usize, usize)> = own.map(|column| (column, tells(column))).collect();
        // 学位 says nothing beside 学历: the plan counts 研究生学历.
        let has = |column: usize, word: &str| {
            self.head.iter().any(|row| crate::words::around(grid.text(*row, column), word).is_some())
        };
        if told.iter().any(|(column, _)| has(*column, "学历")) {
            for (column, _) in told.iter().filter(|(column, _)| has(*column, "学位") && !has(*column, "学历")) {
                self.says[*column] = Says::Other;
            }
        }
        let flags = self.says.iter().any(|says| matches!(says, Says::Kind(_)));
        // Grades of awards tell a kind only together with another column.
        if flags || (told.iter().any(|(_, count)| *count > 0) && tally.rule.one_by != engine::ruleset::OneBy::Code) {
            for (column, _) in told.into_iter().filter(|(_, count)| *count == 0) {
                self.says[column] = Says::Other;
            }
        }
    }
}

/// Whether a row is the head of a list: at least two of its cells say what their columns are, or it is one alone and says 名称.
fn is_head(grid: &Grid, row: usize, tally: &Tally) -> bool {
    let filled = grid.filled(row);
    let said = filled.iter().filter_map(|column| say(&plain(grid.text(row, *column)), tally));
    let (mut count, mut names) = (0, false);
    for (says, _) in said {
        count += 1;
        names |= matches!(says, Says::Field(Field::Name | Field::Code));
    }
    names && (count >= 2 || (filled.len() == 1 && grid.width == 1)) && !grid.has(row, Sort::Number)
}

/// What a head says, and how good a name or code it is.
fn say(text: &str, tally: &Tally) -> Option<(Says, usize)> {
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
    let bare = text.trim_end_matches(['?', ':']);
    let bare = ["是否属于", "是否为", "是否是", "是否"].iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare);
    tally.names.find(bare).or_else(|| tally.names.find(&[bare, "企业"].concat()))
}

fn is_credit_code(text: &str) -> bool {
    let text = plain(text);
    text.len() == 18
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && text.bytes().take(8).all(|byte| byte.is_ascii_digit())
}

/// Whether all that stands in a row is hidden.
pub fn is_hidden_row(grid: &Grid, row: usize) -> bool {
    grid.filled(row).iter().all(|column| grid.is_hidden(row, *column))
}
