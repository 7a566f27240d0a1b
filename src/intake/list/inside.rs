//! What stands in the columns of a list: where no head says what it is, and where several heads say the same.

use std::ops::Range;

use super::columns::{Columns, Field, Says, is_hidden_row, say};
use super::{Tally, cells, head};
use crate::grid::{Grid, Sort};
use crate::words::plain;
use engine::pause::Pause;
use engine::ruleset::OneBy;

/// So many rows tell what stands in a column.
const ENOUGH: usize = 200;

impl Columns {
    /// Empty and hidden columns; and where no head says it, columns of kinds, codes and names.
    pub async fn look_inside(&mut self, grid: &Grid<'_>, tally: &Tally<'_>, pause: Pause<'_>) {
        let has_head = !self.head.is_empty();
        for column in 0..grid.width {
            pause.after(0).await;
            let filled = || {
                (self.first..grid.height()).map(|row| (row, column)).filter(|at| grid.sort(at.0, at.1) != Sort::Blank)
            };
            if filled().next().is_none() {
                self.says[column] = Says::Nothing;
            } else if filled().all(|at| grid.is_hidden(at.0, at.1))
                && !(self.first..grid.height()).all(|row| is_hidden_row(grid, row))
            {
                self.says[column] = Says::Hidden;
            } else if self.says[column] == Says::Other || self.says[column] == Says::Field(Field::Code) {
                let texts = || filled().take(ENOUGH).map(|at| grid.text(at.0, at.1));
                let (mut all, mut kinds, mut codes, mut serial, mut parts) = (0, 0, 0, true, 0);
                for text in texts() {
                    parts += usize::from(cells::is_part_in_it(text));
                    all += 1;
                    serial &= text.trim().parse::<usize>().is_ok_and(|number| number == all || number + 1 == all);
                    kinds += usize::from(super::kinds::says_kind(text, tally));
                    codes += usize::from(head::is_code(&plain(text), tally.rule));
                }
                // 编号 may number the rows, 工号 does not.
                if serial
                    && all > 1
                    && (has_head || column == 0)
                    && (self.says[column] == Says::Other || self.is_poor_code(grid, column, tally))
                {
                    self.says[column] = Says::Serial;
                } else if self.says[column] == Says::Other && tally.ranked && parts * 2 > all {
                    // 完成情况 may well say it.
                    self.says[column] = Says::Field(Field::Rank);
                } else if self.says[column] == Says::Other && kinds * 2 > all {
                    self.says[column] = Says::Field(Field::Kinds);
                } else if self.says[column] == Says::Other && codes * 2 > all {
                    self.says[column] = Says::Field(Field::Code);
                }
            }
        }
        self.take_awards_by_name(grid, tally);
        let is_known = |field| self.says.contains(&Says::Field(field));
        if !(is_known(Field::Name) || (has_head && is_known(Field::Code))) {
            self.find_names(grid, tally, pause).await;
        }
    }

    /// Where no project is named, an award is known by its own name; of which level it is the name says all the same.
    fn take_awards_by_name(&mut self, grid: &Grid, tally: &Tally) {
        let is_known = |field| self.says.contains(&Says::Field(field));
        if tally.rule.one_by != OneBy::Code || is_known(Field::Name) || is_known(Field::Code) {
            return;
        }
        let is_kinds = |column: &usize| self.says[*column] == Says::Field(Field::Kinds);
        let is_named = |column: &usize| head::is_name_of_award(&plain(&self.head_of(grid, *column)));
        let own = (0..grid.width).find(|column| is_kinds(column) && is_named(column));
        if let Some(own) = own.filter(|own| (0..grid.width).any(|column| column != *own && is_kinds(&column))) {
            self.says[own] = Says::Field(Field::Name);
        }
    }

    fn is_poor_code(&self, grid: &Grid, column: usize, tally: &Tally) -> bool {
        self.head.iter().any(|row| say(&plain(grid.text(*row, column)), tally).is_some_and(|(_, rank)| rank > 0))
    }

    /// Where no head says it, the names are the only column of words beside kinds or codes, or the first that ends as the names of enterprises do.
    async fn find_names(&mut self, grid: &Grid<'_>, tally: &Tally<'_>, pause: Pause<'_>) {
        let is_words = |column: &usize| {
            let sorts = || (self.first..grid.height()).map(|row| grid.sort(row, *column));
            self.says[*column] == Says::Other && sorts().all(|sort| matches!(sort, Sort::Words | Sort::Blank))
        };
        // Of how many rows a column holds the name.
        let told = |column: usize, tells: &dyn Fn(&str) -> bool| {
            (0..grid.height()).filter(|row| tells(grid.text(*row, column).trim())).count() * 2
        };
        let rows = (0..grid.height()).filter(|row| grid.filled(*row).len() > 1).count();
        let is_beside = self.says.iter().any(|says| matches!(says, Says::Field(Field::Kinds | Field::Code)));
        let mut words = Vec::new();
        for column in (0..grid.width).filter(is_words) {
            let (mut row, mut has_kind) = (0, false);
            while row < grid.height() && !has_kind {
                pause.after(row).await;
                has_kind = grid.label(row, column).is_some_and(|label| label.named.is_some());
                row += 1;
            }
            if !has_kind {
                words.push(column);
            }
        }
        let only = words.first().copied();
        let only = only.filter(|only| words.len() == 1 && is_beside && told(*only, &|text| !text.is_empty()) > rows);
        let takes_organisations = tally.rule.code == engine::ruleset::CodeForm::Organisation;
        let organisations =
            || (0..grid.width).filter(is_words).find(|column| told(*column, &head::is_organisation) > rows.max(1));
        if let Some(column) = only.or_else(|| if takes_organisations { organisations() } else { None }) {
            self.says[column] = Says::Field(Field::Name);
        }
    }

    /// Of several names, and of several columns that may be of kinds, those that say most.
    pub fn take_the_best(&mut self, grid: &Grid, tally: &Tally, part: Range<usize>) {
        for field in [Field::Name, Field::Code] {
            let rank = |column: usize| {
                let heads = self.head.iter().rev();
                let mut said = heads.filter_map(|row| say(&plain(grid.text(*row, column)), tally));
                said.next().map_or(usize::MAX, |(_, rank)| rank)
            };
            let own = part.clone().filter(|column| self.says[*column] == Says::Field(field));
            let ranks: Vec<(usize, usize)> = own.map(|column| (rank(column), column)).collect();
            let Some((_, best)) = ranks.iter().min().copied() else { continue };
            for (rank, column) in ranks {
                if column != best {
                    let is_number = field == Field::Code && rank < head::ANY_NUMBER;
                    self.says[column] = if is_number { Says::SecondCode } else { Says::Other };
                }
            }
        }
        let tells = |column: usize| {
            let cells = (self.first..grid.height()).take(ENOUGH);
            // 高级 says a kind under 职称.
            let heads = [self.head_of(grid, column)];
            let says = |text: &str| !super::kinds::named(&[text], &heads, tally).0.is_empty();
            cells.filter(|row| says(grid.text(*row, column))).count()
        };
        let own = part.clone().filter(|column| self.says[*column] == Says::Field(Field::Kinds));
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
        let flags = self.says[part].iter().any(|says| matches!(says, Says::Kind(_)));
        // Grades of awards tell a kind only together with another column.
        if flags || (told.iter().any(|(_, count)| *count > 0) && tally.rule.one_by != OneBy::Code) {
            let has_level = |column: usize| {
                let mut cells = (self.first..grid.height()).take(ENOUGH);
                cells.any(|row| super::kinds::is_level(grid.text(row, column)))
            };
            for (column, _) in told.into_iter().filter(|(column, count)| *count == 0 && !has_level(*column)) {
                self.says[column] = Says::Other;
            }
        }
    }
}
