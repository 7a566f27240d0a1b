//! The words of Chinese tables: how a text is compared, and what the heads of rows and columns mean.
//! A list of words is one text with blanks between them.

pub use engine::text::{around, plain};

/// The words of a list. The standard library's search for the blanks between them takes several times as long.
pub struct Words<'a>(pub &'a str);

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let mut end = 0;
        while self.0.as_bytes().get(end).is_some_and(|byte| *byte != b' ') {
            end += 1;
        }
        let (word, rest) = self.0.split_at_checked(end)?;
        self.0 = rest.get(1..).unwrap_or("");
        (!word.is_empty()).then_some(word)
    }
}

/// What stands before and behind the first of these words that stands in a text.
pub fn around_any<'a>(words: &str, text: &'a str) -> Option<(&'a str, &'a str)> {
    Words(words).find_map(|word| around(text, word))
}

/// What stands behind the first of these words that a text begins with.
pub fn behind_any<'a>(words: &str, text: &'a str) -> Option<&'a str> {
    Words(words).find_map(|word| text.strip_prefix(word))
}

/// Whether a text is one of these words.
pub fn is_one_of(words: &str, text: &str) -> bool {
    any(words, &|word| word == text)
}

/// Whether something holds of any of these words.
pub fn any(words: &str, holds: &dyn Fn(&str) -> bool) -> bool {
    Words(words).any(holds)
}

/// Texts behind one another.
pub fn joined(texts: &[&str]) -> String {
    let mut joined = String::new();
    for text in texts {
        joined.push_str(text);
    }
    joined
}

/// A plain text without what numbers it: `1.`, `(一)`, `一、`, `①`, `其中:`.
pub fn without_enumeration(plain: &str) -> &str {
    let plain = plain.strip_prefix("其中").unwrap_or(plain);
    let plain = without(plain, |c| matches!(c, ':' | '、' | '#' | '-' | '·' | '•'));
    let plain = without(plain, |c| matches!(c, '①'..='⑳'));
    let (open, rest) = plain.strip_prefix('(').map_or((false, plain), |rest| (true, rest));
    let after =
        without(rest, |c| matches!(c, '0'..='9' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'));
    let numbered = rest.len() - after.len();
    let rest = if open { after.strip_prefix(')') } else { after.strip_prefix(['.', '、', ':', ')', '．']) };
    match rest {
        // `2.5亿元` is no numbered line.
        Some(rest) if (1..=9).contains(&numbered) && !rest.starts_with(|c: char| c.is_ascii_digit()) => {
            without(rest, |c| matches!(c, '、' | '.'))
        }
        _ => plain,
    }
}

/// A text without the characters that it may begin with.
fn without(text: &str, may: fn(char) -> bool) -> &str {
    text.trim_start_matches(may)
}

/// Whether a text says that it is a part of the row above.
pub fn is_part_of_above(text: &str) -> bool {
    plain(text).starts_with("其中")
}

/// Of what the plan asks for a part of a whole: 其中:主导产业 below 营业收入, 其中:第一完成单位 beside 数量.
const SCOPES: &str = "主导产业 重点领域 第一完成单位 首位完成单位 牵头 规模以上 规上";
/// What may stand behind one of these that says it without 其中.
const BEHIND_SCOPES: &str = "企业 部分 领域 产品 产业 内 中 的 类 小计 口径";

/// Whether a text says that it is that part of a whole which the plan asks for.
pub fn is_scope(text: &str) -> bool {
    // Hardly any text may, which saves looking at most.
    if !text.contains(['主', '重', '第', '首', '牵', '规']) {
        return false;
    }
    let (text, is_part) = (plain(text), is_part_of_above(text));
    let bare = without_enumeration(&text);
    let bare = bare.split('(').next().unwrap_or(bare);
    let Some(behind) = behind_any(SCOPES, bare) else { return false };
    let goes_on = |word: &str| behind == word;
    !behind.starts_with(['以', '之', '外']) && (is_part || behind.is_empty() || any(BEHIND_SCOPES, &goes_on))
}

/// Whether a text says that its row is of all that the other rows are parts of.
pub fn is_whole(text: &str) -> bool {
    const WHOLES: &str = "全区 全市 全县 全省 全国 全园 全园区 全公司 全集团 全厂 全院 全所 全体 全部 全口径 整体 总体 园区整体 公司整体";
    let text = plain(text);
    is_one_of(WHOLES, without_enumeration(&text))
}

/// What the head of a row or column says its cells are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// 序号, 行次, 代码.
    Serial,
    /// 单位, 计量单位.
    Unit,
    /// 年份, 年度.
    Years,
    /// 同比, 增速, 占比.
    Change,
    /// 权重, 加权数量, 得分.
    Weight,
    /// 备注.
    Remark,
    /// 合计, 小计, 平均.
    Total,
    /// 目标, 计划, 预计; or what the numbers are measured by: 要求, 基准值.
    Plan,
    /// 数量, 有效件数.
    Count,
    /// 申请件数, 离职人数: a count of something that may not count.
    OtherCount,
    /// 排序, 位次.
    Rank,
    /// 指标, 项目, 类型, 名称.
    Name,
    /// 数值, 金额, 实际.
    Value,
}

/// Whether a word that may stand anywhere begins with a character: a text without any such needs no search.
fn begins_within(c: char) -> bool {
    const BEGINNINGS: [char; 53] = [
        '同', '环', '增', '新', '净', '占', '比', '涨', '较', '变', '百', '±', '权', '系', '加', '得', '分', '折', 'ω',
        '目', '计', '预', '规', '力', '估', '排', '位', '名', 'r', '合', '小', '总', '共', '平', '均', '累', '汇', 't',
        '备', '说', '来', '口', '是', '牵', '要', '差', '缺', '基', '门', '阈', '上', '下', '考',
    ];
    BEGINNINGS.contains(&c)
}

/// Whether a plain text may say that it is a total. Hardly any name may, which saves going through all roles for it.
pub fn may_be_total(text: &str) -> bool {
    text.contains(['计', '均', '汇', '和', '合', 'l', 'm'])
}

/// The words of a role, and whether they must be all of the text, its end, or anywhere in it. The first that fits decides.
const ROLES: &[(Role, Fit, &str)] = &[
    (Role::Serial, Fit::Whole, "序号 行次 行号 项次 顺序号 no no. № 代码 指标代码 编码 代号"),
    (Role::Unit, Fit::Whole, "单位 计量单位 数量单位 金额单位 量纲 unit"),
    (
        Role::Years,
        Fit::Whole,
        "年份 年度 年 时间 期间 报告期 统计年度 会计年度 统计时间 日期 时点 截止日期 截止时间 截止时点 年月 月份 月 季度 季 期别 year",
    ),
    (
        Role::Change,
        Fit::Within,
        "同比 环比 增速 增长 增幅 增减 增量 新增 净增 占比 比重 比例 涨幅 比上年 较上年 变动 百分比 ±",
    ),
    (Role::Weight, Fit::Within, "权重 系数 加权 得分 分值 分数 折算 ω"),
    (
        Role::Plan,
        Fit::Within,
        "目标 计划 预计 预算 预测 规划 预期 力争 估计 要求 差距 差额 缺口 基准 基期 基数 门槛 阈值 上限 下限 考核值",
    ),
    (Role::OtherCount, Fit::Whole, "实用新型 外观设计 外观 实用新型专利 外观设计专利 软件著作权 软著"),
    (Role::Rank, Fit::Within, "排序 排名 位次 名次 排位 rank 是否牵头 是否主持 牵头/参与 牵头或参与"),
    (Role::Total, Fit::Within, "合计 小计 总计 共计 平均 均值 累计 汇总 total"),
    (Role::Total, Fit::Whole, "计 总和 合 sum"),
    (Role::Remark, Fit::Within, "备注 说明 来源 口径 remark"),
    (Role::Count, Fit::End, "数量 家数 个数 件数 人数 户数 项数 台数 企业数 总数 拥有量 存量 保有量 count"),
    (
        Role::Value,
        Fit::Whole,
        "数值 数据 金额 值 数 现状 现状值 现状数 现值 现有值 现有 目前 当前 实际 实际数 实际值 实际完成 完成 完成数 完成值 完成情况 实绩 决算 年报 快报 快报数 年报数 决算数 审计数 发生额 value amount",
    ),
    (
        Role::Name,
        Fit::End,
        "指标 项目 名称 类型 类别 级别 等级 资质 科目 内容 种类 分类 标准号 编号 情况 事项 item name type kind indicator",
    ),
];

#[derive(Clone, Copy)]
enum Fit {
    Whole,
    End,
    Within,
}

/// The longest word that must be all of a text, in bytes.
const LONGEST_WHOLE: usize = 18;

/// The role of a head that is no figure, kind, unit or year.
pub fn role(name: &str) -> Option<Role> {
    let may_be_within = name.chars().any(begins_within);
    let may_be_whole = name.len() <= LONGEST_WHOLE;
    for (role, fit, words) in ROLES {
        let fits = match fit {
            Fit::Whole => may_be_whole && is_one_of(words, name),
            Fit::End => any(words, &|word| name.ends_with(word)),
            Fit::Within => may_be_within && around_any(words, name).is_some(),
        };
        if fits {
            let counts_others =
                *role == Role::Count && !any(words, &|word| name.strip_suffix(word).is_some_and(leaves_open));
            return Some(if counts_others { Role::OtherCount } else { *role });
        }
    }
    None
}

/// What may stand before 数量 without changing what is counted, beside [`BEFORE`].
const COUNTED: &str = "现 现有 实有 有效 有效期内 授权 认定 获评 入选 通过 获批 已 总 专利 发明专利 平台 创新平台 标准 人员 人才 职工 员工 从业人员 \
    工厂 智能工厂 奖项 获奖 奖励 资质 单位 机构 项目 在职 在岗 在册 牵头 主导 主持 实际 目前 当前 截至 期内 的 数";

/// Whether what stands before 数量 leaves open what is counted: 现有, 认定, or nothing.
pub fn leaves_open(text: &str) -> bool {
    let goes_on = |word: &str| text.strip_prefix(word).is_some_and(leaves_open);
    text.is_empty() || (text.len() <= 60 && (any(COUNTED, &goes_on) || any(BEFORE, &goes_on)))
}

/// Whether a text is a number with words that make it inexact: 约30, 近4000人, 50余家.
pub fn is_about_a_number(text: &str) -> bool {
    let text = plain(text);
    let number = behind_any("约为 大约 约 近 超过 超 逾 不少于 至少 多于 大于 小于 > < ≥ ≤ -", &text).unwrap_or(&text);
    let after = number.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    after.len() < number.len()
        && (number.len() < text.len() || after.is_empty() || after.starts_with(['余', '多', '左']))
}

/// Whether a row is no part of the table: what stands below it, or says who filled it in.
pub fn is_note(text: &str) -> bool {
    const BEGINNINGS: &str = "注: 注1 注. 注、 注( 备注 说明 附注 资料来源 数据来源 来源: 填表 制表 审核 填报 编制单位 单位负责人 联系电话 联系人 \
    报送 法定代表人 主管会计 以下空白 以下无正文";
    let text = plain(text);
    text == "注" || any(BEGINNINGS, &|beginning| text.starts_with(beginning))
}

/// What keeps the words before it: 企业标准 is a sort of standard, and not the standards of an enterprise.
pub const OTHER_THINGS: &str = "企业标准 公司标准 本单位标准 园区标准";

/// What may stand before and behind the name of a figure or kind without changing which one it is.
pub const BEFORE: &str = "主导产业 重点领域 规模以上 规上 规模以上企业 规上企业 本单位 本企业 本公司 我公司 本园区 园区 我区 企业 公司 全区 全年 \
    年度 当年 年末 期末 实现 完成 其中 获 拥有";
/// See [`BEFORE`].
pub const BEHIND: &str = "合计 总量 总计 情况 完成情况 实际 总和";
/// What may stand behind the name of an amount: 股权融资额.
pub const BEHIND_AMOUNTS: &str = "总额 金额 额 成交额 成交金额";
/// What may stand behind the name of what is counted; behind that of an amount it counts something else: 技术合同项数.
pub const BEHIND_COUNTS: &str = "数量 数 总数 家数 个数 件数 人数 户数 项数 台数 企业数 企业 人员 奖";

#[cfg(test)]
mod tests {
    use super::{Fit, LONGEST_WHOLE, ROLES, Role, Words, begins_within, may_be_total};

    #[test]
    fn no_word_is_passed_over() {
        for (role, fit, words) in ROLES {
            for word in Words(words) {
                assert!(*role != Role::Total || may_be_total(word), "{word}");
                match fit {
                    Fit::Within => assert!(word.starts_with(begins_within), "{word}"),
                    Fit::Whole => assert!(word.len() <= LONGEST_WHOLE, "{word}"),
                    Fit::End => {}
                }
            }
        }
    }
}
