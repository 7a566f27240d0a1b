//! 第一年 and 第二年 without a third: at application what is planned for the two years to come, at recognition the two that have passed.

use engine::ruleset::Stage;

use crate::axis::Axis;
use crate::context::Context;
use crate::words::{Role, is_one_of, plain, without_enumeration};
use crate::year::Year;

/// Says which years 第一年 and 第二年 are, by the stage and by what stands beside them.
pub fn nth_years(axes: &mut [Axis], context: &Context) {
    let is_nth = |axis: &Axis| matches!(axis.year, Some(Year::Nth(_)));
    if !axes.iter().any(is_nth) {
        return;
    }
    let has_third = axes.iter().any(|axis| axis.year == Some(Year::Nth(0)));
    let has_before = axes.iter().any(is_before);
    if !context.is_at(Stage::Recognition) {
        // Of the last three years none is called 现状 beside them.
        if !has_third || has_before {
            axes.iter_mut().filter(|axis| is_nth(axis)).for_each(|axis| axis.role = Some(Role::Plan));
        }
        return;
    }
    for axis in axes.iter_mut().filter(|_| !has_third) {
        axis.year = match axis.year {
            Some(Year::Nth(back)) => Some(Year::Nth(back.saturating_sub(1))),
            _ if is_before(axis) => {
                axis.role = Some(Role::Value);
                axis.is_unknown = false;
                Some(Year::Nth(2))
            }
            year => year,
        };
    }
}

/// Whether it is the year before the first.
fn is_before(axis: &Axis) -> bool {
    const WORDS: &str = "申报年 申报年度 申报当年 申报时 申报前一年 创建前 创建前一年 创建前一年度 现状 现状值 现状年 基期 基期值 基年 基准年 基准值 上年 上一年 上年度";
    let text = plain(&axis.text);
    let bare = without_enumeration(&text);
    is_one_of(WORDS, bare.split('(').next().unwrap_or(bare))
}
