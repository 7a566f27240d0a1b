//! What the heads of lists are called. A word may stand anywhere in a head; the first that fits decides.

use engine::ruleset::{CodeForm, OneBy, RosterRule};

use super::columns::{Field, Says};
use crate::words::{around_any, is_one_of};

/// Above the reasons why items count all the same. Only we say so: no office writes that over its remarks.
const ANYWAY: &str = "仍要计入的理由";

/// What a plain head says, for a list that is counted by these rules. `rank` is how good a name or code is among several: the best is
/// taken.
pub fn says(head: &str, rule: &RosterRule) -> Option<(Says, usize)> {
    let has = |words: &str| around_any(words, head).is_some();
    if is_one_of("序号 行次 行号 项次 顺序号 no no. №", head) {
        return Some((Says::Serial, 0));
    }
    if has(ANYWAY) {
        return Some((Says::Field(Field::Anyway), 0));
    }
    if has("有效期起 有效期自 起始 开始日期") && !has("起止") {
        return Some((Says::Other, 0));
    }
    if has("有效期 到期 截止日期 截止时间 失效日期 届满") {
        return Some((Says::Valid, 0));
    }
    // A person's place says nothing of the unit's.
    if is_rank_of_person(head) {
        return Some((Says::Other, 0));
    }
    if has(
        "排序 排名 位次 名次 顺位 顺序 次序 排位 位序 序位 rank 是否牵头 是否依托 是否第一起草 制定方式 制修订方式 是否主持 牵头/参与 牵头或参与 主持/参与 主持或参与 参与方式 参与形式 参与程度 参与情况 主导/参与 主导或参与 牵头/参加 承担方式 承担角色 角色 第几",
    ) {
        return Some((Says::Field(Field::Rank), 0));
    }
    if rule.lead_only && has("专利权人 专利权)人 权利人 所有人 申请人 完成单位 第一完成 是否第一")
    {
        return Some((Says::Owner, 0));
    }
    if let Some(rank) = code(head, rule) {
        return Some((Says::Field(Field::Code), rank));
    }
    if has("颁奖单位 授奖单位 颁发单位 颁奖部门 授奖部门 颁发部门") {
        return Some((Says::Issuer, 0));
    }
    if rule.one_by == OneBy::Code && (is_name_of_award(head) || has("奖种 奖励类别")) {
        return Some((Says::Field(Field::Kinds), 0));
    }
    if rule.one_by == OneBy::NameOrHost
        && has("依托单位 建设单位 承担单位 牵头单位 所属单位 单位名称 企业名称 host")
        && !has("性质 所在 地址 联系 电话 负责 代码")
    {
        return Some((Says::Field(Field::Host), 0));
    }
    if has("资质 荣誉 称号 认定") && head.ends_with("名称") {
        return Some((Says::Field(Field::Kinds), 0));
    }
    if let Some(rank) = name(head, rule) {
        return Some((Says::Field(Field::Name), rank));
    }
    let is_of_life = matches!(rule.code, CodeForm::Standard | CodeForm::Patent) && has("阶段");
    let says_status = has("状态 有效性 是否有效 授权情况 是否授权 在职情况 是否在职 是否在岗");
    if ((is_of_life || says_status) && !has("缴费 年费 审核 填报")) || head == "status" {
        return Some((Says::Field(Field::Status), 0));
    }
    if has("专利类型 专利类别 专利种类") {
        return Some((Says::Scope, 0));
    }
    let kinds = "资质 类型 类别 种类 荣誉 称号 认定 级别 等级 层级 层次 梯度 获奖 奖项 学历 学位 职称 专业技术 技能 职业资格 分类 kind type level";
    let is_about_it = has("日期 时间 年份 年度 年月 金额 证书 编号 文号 批次 部门 机关");
    (has(kinds) && !is_about_it).then_some((Says::Field(Field::Kinds), 0))
}

/// The heads of a list that is counted by these rules, in their order: what offices call them, and what they say. Each is understood
/// again as what it is.
pub fn heads(rule: &RosterRule, ranked: bool) -> Vec<(&'static str, Field)> {
    let (name, code, kinds) = match rule.code {
        CodeForm::Organisation => ("企业名称", "统一社会信用代码", "资质类型"),
        CodeForm::Patent => ("专利名称", "专利申请号", "获奖情况"),
        CodeForm::Standard => ("标准名称", "标准号", "标准类型"),
        CodeForm::Other if rule.name_is_doubtful => ("姓名", "工号", "类别"),
        CodeForm::Other if rule.one_by == OneBy::Code => ("项目名称", "证书编号", "奖励等级"),
        CodeForm::Other if rule.one_by == OneBy::NameOrHost => ("平台名称", "编号", "平台类型"),
        CodeForm::Other => ("工厂名称", "编号", "等级"),
    };
    let mut heads = vec![(name, Field::Name), (code, Field::Code), (kinds, Field::Kinds)];
    if ranked || rule.lead_only {
        heads.push(("单位排序", Field::Rank));
    }
    if rule.one_by == OneBy::NameOrHost {
        heads.push(("依托单位", Field::Host));
    }
    if rule.statuses.is_some() {
        heads.push((if rule.code == CodeForm::Patent { "法律状态" } else { "状态" }, Field::Status));
    }
    heads.push((ANYWAY, Field::Anyway));
    heads
}

/// Whether a plain head asks for the place of a person among those who did it: 完成人排名.
pub fn is_rank_of_person(head: &str) -> bool {
    around_any("个人 完成人 发明人 起草人 作者 本人", head).is_some()
        && around_any("排序 排名 位次 名次 顺位 顺序 次序 排位 位序", head).is_some()
}

/// Whether a plain head asks for the name of an award, which tells its kind if it is that of a national one.
pub fn is_name_of_award(head: &str) -> bool {
    around_any("奖项名称 奖励名称 获奖名称", head).is_some()
}

/// Whether a plain text is a head of kinds and nothing else: no cell of a list says just that.
pub fn is_head_of_kinds(text: &str) -> bool {
    const HEADS: &str = "资质 资质类型 资质名称 类型 类别 荣誉 荣誉称号 称号 级别 等级 认定类型 认定类别 企业类型 企业类别 平台类型 平台类别 平台级别 学历 \
        最高学历 学位 职称 技术职称 技能等级 职业技能等级 标准类型 标准级别 标准层级 奖励等级 获奖等级 奖励级别 获奖情况 智能工厂等级 kind kinds type level";
    is_one_of(HEADS, text)
}

/// Whether a text ends as the names of enterprises and institutions do.
pub fn is_organisation(text: &str) -> bool {
    ["公司", "厂", "集团", "研究院", "研究所", "合伙)"].iter().any(|ending| text.ends_with(ending))
}

/// Whether a text begins with a year and goes on as a date does, if it goes on: 2023, 2023.11, 2023年11月.
pub fn is_date(text: &str) -> bool {
    let year = text.get(..4).and_then(|year| year.parse::<u16>().ok());
    let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(['.', '-', '/', '年']);
    year.is_some_and(|year| (1990..=2100).contains(&year)) && text.get(4..).is_some_and(goes_on)
}

/// Whether a text ends as the titles of lists do.
pub fn is_title(text: &str) -> bool {
    ["名单", "名录", "清单", "一览表", "汇总表", "明细表"].iter().any(|ending| text.ends_with(ending))
}

/// Whether the title of a section ends as the names of kinds do: 雏鹰企业, 团体标准, 实用新型.
pub fn is_like_kind(text: &str) -> bool {
    let endings =
        ["企业", "标准", "专利", "新型", "设计", "平台", "中心", "实验室", "奖", "级", "人员", "人才", "工厂", "车间"];
    endings.iter().any(|ending| text.ends_with(ending))
}

/// Whether a plain text has the form of such a code.
pub fn is_code(text: &str, rule: &RosterRule) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    match rule.code {
        CodeForm::Organisation => {
            text.len() == 18 && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && digits(text) >= 8
        }
        CodeForm::Patent => {
            let bare = text.strip_prefix("zl").or_else(|| text.strip_prefix("cn")).unwrap_or(text);
            digits(bare) >= 8 && bare.len() <= 16
        }
        CodeForm::Standard => {
            let is_number =
                text.bytes().any(|byte| byte == b'-' || byte == b':') && text.bytes().any(|byte| byte.is_ascii_digit());
            is_number && text.is_ascii() && text.starts_with(|c: char| c.is_ascii_lowercase())
        }
        CodeForm::Other => false,
    }
}

/// A head that may be of any number: 编号.
pub const ANY_NUMBER: usize = 9;

/// How good a code is among several; 0 is the best.
fn code(head: &str, rule: &RosterRule) -> Option<usize> {
    let words: &[&str] = match rule.code {
        CodeForm::Organisation => {
            &["信用代码 信用号 信用编码 uscc", "组织机构代码 机构代码", "注册号 纳税人识别号 税号", "代码 code"]
        }
        CodeForm::Patent => &["申请号 专利号 申请(专利)号", "公告号 公布号 公开号 公开(公告)号", "编号 号码 number"],
        CodeForm::Standard => &["标准号 标准编号 标准代号 standardnumber", "编号 代号"],
        CodeForm::Other if rule.name_is_doubtful => &[
            "工号 员工编号 职工编号 人员编号 员工号",
            "身份证 证件号 证件号码 社保号",
            "编号 人员编号 人员编码 证书编号",
        ],
        CodeForm::Other => &["证书编号 证书号 证书编码 奖励证书", "编号"],
    };
    let rank = words.iter().position(|words| around_any(words, head).is_some())?;
    // 部门编号 and 合同编号 are no number of a person.
    let is_of_something = rule.name_is_doubtful && rank + 1 == words.len() && !is_one_of(words[rank], head);
    if is_of_something {
        return None;
    }
    Some(if rank + 1 == words.len() { ANY_NUMBER } else { rank })
}

/// How good a name is among several; 0 is the best.
fn name(head: &str, rule: &RosterRule) -> Option<usize> {
    let words: &[&str] = match rule.code {
        CodeForm::Organisation => &[
            "企业名称 公司名称 单位名称 机构名称 企业全称 公司全称 单位全称 主体名称 申报主体 市场主体 经营主体",
            "企业 公司 单位 申报企业 申报单位 认定企业 入选企业 企业(单位)",
            "名称 name",
        ],
        CodeForm::Patent => &["专利名称 发明名称 专利题目", "名称 title name"],
        CodeForm::Standard => &["标准名称", "名称 title name"],
        CodeForm::Other if rule.name_is_doubtful => &["姓名", "人员 员工 name"],
        CodeForm::Other if rule.one_by == OneBy::Code => &["项目名称 成果名称 获奖项目 获奖成果", "名称 name"],
        CodeForm::Other if rule.one_by == OneBy::NameOrHost => &["平台名称", "名称 平台 name"],
        CodeForm::Other => &["工厂名称 车间名称", "项目名称", "企业名称 单位名称 公司名称", "名称 name"],
    };
    // 企业类型 is no name, 企业 and 示范企业名单 are.
    let whole = |words: &str| is_one_of(words, head);
    words.iter().position(|words| {
        whole(words) || (around_any(words, head).is_some() && head.ends_with(['称', '目', '名', '果', 'e']))
    })
}
