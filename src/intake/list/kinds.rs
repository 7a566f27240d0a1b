//! The kinds that the words of an item name: alone, several in one cell, or two cells together (国家科学技术进步奖 and 二等奖).

use engine::ids::KindId;
use engine::ruleset::Issuers;

use super::Tally;
use crate::words::{Words, around, around_any, behind_any, is_one_of, plain};

/// What stands between the kinds in a cell.
pub const BETWEEN: [char; 9] = ['、', '，', ',', '；', ';', '/', '\n', '+', '|'];

/// What says beside a kind that the item is not of it: 申报中, （在读）.
const NOT_OF_IT: &str = "过期 失效 到期 撤销 取消 注销 申报 培育 入库 拟 待 未 非 在读 候选 评审 后备 潜在 预备 在建 筹 肄业 结业 退休 返聘 兼职 外聘 离职 提名 \
    公示中 复审中 审核中 认定中 办理中 建设中 评定中 申请中";

/// Whether a text says that something is not of the kind beside it.
pub fn is_not_of_it(text: &str) -> bool {
    around_any(NOT_OF_IT, text).is_some()
}

/// Whether what stands in brackets behind a kind leaves it what it is: when and by which batch it was recognised, the number of the
/// certificate. Of people it may be a field of work, too.
fn is_harmless(within: &str, tally: &Tally) -> bool {
    const SAID_OF_IT: &str = "认定通过 复核通过 通过认定 通过复核 通过复审 复审通过 已认定 认定 复核 获批 获评 获得 获 授予 授牌 命名 入选 公布 重点 示范 国家级 国家 有效期 有效 截至 年度 证书 \
        编号 批次 年 月 日 第 批 号 至 到 起 于 已 一 二 三 四 五 六 七 八 九 十 共计 合计 共 约 家 件 项 个 人 名 条 种";
    // 高级工程师（中级）, 硕士（单证）: of another level than the words before.
    const ANOTHER_LEVEL: &str =
        "省级 市级 区级 县级 校级 中级 初级 助理 单证 学位 在校 四级 五级 六级 见习 实习 储备 推荐 不合格 未通过";
    if is_not_of_it(within) || around_any(ANOTHER_LEVEL, within).is_some() {
        return false;
    }
    let mut rest = within.trim_start_matches(|sign: char| !sign.is_alphabetic() || sign.is_ascii());
    while let Some(behind) = Words(SAID_OF_IT).find_map(|word| rest.strip_prefix(word)) {
        rest = behind.trim_start_matches(|sign: char| !sign.is_alphabetic() || sign.is_ascii());
    }
    rest.is_empty() || tally.rule.name_is_doubtful
}

/// Whether a text names at least one kind.
pub fn says_kind(text: &str, tally: &Tally) -> bool {
    let says =
        |part: &str| find(part, tally).is_some() || part.split_whitespace().any(|word| find(word, tally).is_some());
    tally.names.find(text).is_some() || text.split(BETWEEN).any(says)
}

/// The kind that a text names, with or without what offices write around it: 国家级, （2023年认定）.
pub fn find(text: &str, tally: &Tally) -> Option<KindId> {
    let text = plain(text);
    let Some((before, rest)) = text.split_once('(') else { return find_bare(&text, tally) };
    let (within, behind) = rest.split_once(')')?;
    if is_not_of_it(within) {
        return None;
    }
    let find = |text: &str| find_bare(text, tally);
    let outer = || find(&[before, behind].concat()).or_else(|| find(before));
    // 国家技术发明奖(二等奖) is of both, and so is 单项冠军(国家级); 专精特新(小巨人)企业 is of the kind within, 三级(高级工) too; but
    // neither 省专利奖(金奖) nor 单项冠军(省级) is of any.
    find(&[before, within].concat()).or_else(|| find(&[within, before].concat())).or_else(|| match outer() {
        Some(outer) => find(within).or_else(|| is_harmless(within, tally).then_some(outer)),
        // 三级（高级工）; of 本科（在职硕士） the first counts.
        None if tally.rule.name_is_doubtful && around_any(LOWER, before).is_none() => find(within),
        None => None,
    })
}

/// What people are that do not count, whatever stands behind it in brackets.
const LOWER: &str = "本科 专科 大专 中专 高中 学士 中级 初级 助理 工程师 员级";

/// The kind that a plain text names, without the words behind and before it that change nothing, and with any province in place of 省级.
fn find_bare(text: &str, tally: &Tally) -> Option<KindId> {
    const BEHIND: &str = "企业 学历 毕业 职称 资格 证书";
    const BEFORE: &str = "全日制 在职 工学 理学 工程 管理学 经济学 法学 医学 文学 农学 教育学 哲学 工商管理 公共管理";
    let find = |text: &str| {
        tally
            .names
            .find(text)
            .or_else(|| Words(BEHIND).find_map(|word| text.strip_suffix(word).and_then(|bare| tally.names.find(bare))))
    };
    find(text).or_else(|| match behind_province(text) {
        Some(rest) => find(&["省级", rest].concat()).or_else(|| find(&["省", rest].concat())),
        None if tally.rule.name_is_doubtful => behind_any(BEFORE, text).and_then(find),
        None => None,
    })
}

/// What stands behind the name of a province.
fn behind_province(text: &str) -> Option<&str> {
    const PROVINCES: &str = "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾";
    const REGIONS: &str = "内蒙古 广西壮族 西藏 宁夏回族 新疆维吾尔";
    match around_any("自治区 省", text) {
        Some((before, rest)) => (is_one_of(PROVINCES, before) || is_one_of(REGIONS, before)).then_some(rest),
        None => behind_any("北京市 上海市 天津市 重庆市 北京 上海 天津 重庆", text),
    }
}

/// The kind that a name ends with: 高端轴承全国重点实验室.
pub fn ending(text: &str, tally: &Tally) -> Option<KindId> {
    const ANOTHER: &str = "伙伴 分部 分中心 分室 成员 合作 省级 市级 区级 县级 校级 企业级";
    /// Shorter names of kinds may well be parts of other words.
    const LEAST_BYTES: usize = 9;
    let text = plain(text);
    let (text, within) = text.split_once('(').unwrap_or((&text, ""));
    // A name may say a field or a place in brackets; what makes it another thing is none of these.
    if is_not_of_it(within.trim_end_matches(')')) || around_any(ANOTHER, within).is_some() {
        return None;
    }
    let found = text.char_indices().take_while(|(at, _)| at + LEAST_BYTES <= text.len());
    let found = found.filter_map(|(at, _)| Some((at, tally.names.find(text.get(at..)?)?))).next();
    let (at, kind) = found?;
    let before = text.get(..at)?;
    let is_another = is_not_of_it(before) || before.ends_with(['和', '及', '、', '与', '级', '省', '市']);
    (!is_another).then_some(kind)
}

/// The kinds that some texts name, and the words that name none.
/// A word may name one together with the head above it: 高级 under 职称.
pub fn named(texts: &[&str], heads: &[String], tally: &Tally) -> (Vec<KindId>, Vec<String>) {
    let (mut kinds, mut others) = (Vec::new(), Vec::new());
    for (text, head) in texts.iter().zip(heads) {
        if let Some(kind) = tally.names.find(text) {
            add(&mut kinds, kind);
            continue;
        }
        for part in text.split(BETWEEN) {
            let with_head =
                || tally.names.find(&[part, head].concat()).or_else(|| tally.names.find(&[head, part].concat()));
            match find(part, tally).or_else(with_head) {
                Some(kind) => {
                    add(&mut kinds, kind);
                    // 单项冠军（小巨人） is of both.
                    if let Some((before, _)) = part.split_once(['(', '（'])
                        && let Some(kind) = find_bare(&plain(before), tally)
                    {
                        add(&mut kinds, kind);
                    }
                }
                None if says_nothing(part) => {}
                None if says_kind(part, tally) => {
                    for word in part.split_whitespace() {
                        match find(word, tally) {
                            Some(kind) => add(&mut kinds, kind),
                            None => others.push(word.to_owned()),
                        }
                    }
                }
                None => others.push(part.trim().to_owned()),
            }
        }
    }
    if let Some(level) = texts.iter().find(|text| is_lower_level(text)).filter(|_| !kinds.is_empty()) {
        return at_level(level, texts, tally);
    }
    // 国家级 beside a kind is no other kind.
    if !kinds.is_empty() {
        others.retain(|text| !is_level(text));
    }
    (kinds, others)
}

/// Whether a text is a level and nothing else: 国家级 under 级别.
pub fn is_level(text: &str) -> bool {
    is_lower_level(text) || is_one_of("国家级 国家 部级", &plain(text))
}

/// Whether a text is a level below the national one.
fn is_lower_level(text: &str) -> bool {
    is_one_of("省级 市级 区级 县级 校级 地市级 省 市 区 县 省部级", &plain(text))
}

/// The kinds that some texts name at a level: 专精特新中小企业 may be 省级, and 单项冠军 is then none.
fn at_level(level: &str, texts: &[&str], tally: &Tally) -> (Vec<KindId>, Vec<String>) {
    let (mut kinds, mut others) = (Vec::new(), Vec::new());
    for part in texts.iter().filter(|text| !is_lower_level(text)).flat_map(|text| text.split(BETWEEN)) {
        let part = part.trim();
        match find_bare(&plain(&[level, part].concat()), tally) {
            Some(kind) => add(&mut kinds, kind),
            None if says_nothing(part) => {}
            None => others.push([level, part].concat()),
        }
    }
    (kinds, others)
}

/// The kind that two of some texts name together.
pub fn together(texts: &[&str], tally: &Tally) -> Option<KindId> {
    for one in texts {
        for other in texts {
            if let Some(kind) = find_bare(&plain(&[*one, *other].concat()), tally) {
                return Some(kind);
            }
        }
    }
    None
}

/// The level of an award by who gave it, as the document has it: the first of several, 科技部、财政部.
pub fn level_of_issuer<'a>(issuer: &str, tally: &'a Tally) -> Option<&'a str> {
    let plain = plain(issuer);
    let first = plain.split(['、', ',', ';']).next().unwrap_or("");
    let first = first.strip_prefix("中华人民共和国").unwrap_or(first);
    let fits = |issuers: &&Issuers| {
        issuers.names.iter().any(|name| *name == first || *name == plain)
            || issuers.within.iter().any(|word| around(&plain, word).is_some())
            || issuers.ends.iter().any(|word| first.ends_with(&**word))
    };
    tally.rule.issuers.iter().find(fits)?.level.as_deref()
}

/// The level of an award that is called by who gives it: 教育部科技进步奖.
pub fn level_of_ministry<'a>(name: &str, tally: &'a Tally) -> Option<&'a str> {
    let name = plain(name);
    let fits = |issuers: &&Issuers| {
        issuers.within.iter().any(|word| around(&name, word).is_some())
            || issuers.names.iter().any(|own| name.starts_with(&**own) && name.len() > own.len())
    };
    tally.rule.issuers.iter().find(fits)?.level.as_deref()
}

/// Whether a part of a cell says that there is nothing.
fn says_nothing(text: &str) -> bool {
    let text = plain(text);
    text.is_empty() || is_one_of("无 否 没有 暂无 - -- 0 × 不是 n/a no none", &text)
}

fn add(kinds: &mut Vec<KindId>, kind: KindId) {
    if !kinds.contains(&kind) {
        kinds.push(kind);
    }
}
