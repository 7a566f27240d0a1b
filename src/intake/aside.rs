//! Parts of a table that a title sets aside, and where they end.

use crate::grid::Grid;
use crate::title::Title;
use crate::words::{plain, without_enumeration};

/// A part of a table that a title sets aside: 二、全市情况.
pub struct Aside {
    /// How deep its title stands.
    pub level: usize,
    /// Whether there is a head above it.
    pub is_below_a_head: bool,
    /// What the titles above it say.
    pub before: Option<Title>,
}

impl Aside {
    /// Whether a title that says nothing of the kind ends it: 三、园区情况, but not (一)企业.
    pub fn ends_at(&self, level: usize) -> bool {
        if self.level == 0 { self.is_below_a_head && level == 0 } else { (1..=self.level).contains(&level) }
    }
}

/// How deep a title stands by what numbers it: 一、 before (一) before 1.; 0 where nothing does.
pub fn level(grid: &Grid, row: usize) -> usize {
    let text = plain(grid.filled(row).first().map_or("", |column| grid.text(row, *column)));
    let is_digit = |c: char| c.is_ascii_digit();
    let is_chinese = |c: char| matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    match text.strip_prefix('(') {
        _ if without_enumeration(&text).len() == text.len() => 0,
        None if text.starts_with(is_chinese) => 1,
        Some(inside) if inside.starts_with(is_chinese) => 2,
        None if text.starts_with(is_digit) => 3,
        _ => 4,
    }
}
