//! What frames the rules where they are shown themselves, and what only we can say: how numbers are read, privacy,
//! accessibility. The rules' own sentences come from the ruleset.

use crate::engine::outcome::{Outcome, Verdict};
use crate::engine::ruleset::{Certainty, FigureForm, MeasureUnit};

/// A point of ours: its name and what there is to say.
pub type Point = (&'static str, &'static str);

/// The texts.
pub struct MethodWords {
    pub lead: &'static str,
    pub contents: &'static str,
    pub back: &'static str,

    // What everything rests on
    pub basis: &'static str,
    pub basis_means: &'static str,
    pub document: &'static str,
    pub number: &'static str,
    pub issuer: &'static str,
    pub issued: &'static str,
    pub ruleset: &'static str,
    pub version: &'static str,
    pub version_unstated: &'static str,
    pub certainties: &'static str,
    pub certainty_means: fn(Certainty) -> &'static str,
    pub fields: &'static str,

    // The tracks
    pub annex: fn(u32) -> String,
    pub index: &'static str,
    pub to_check: &'static str,
    /// How many indicators there are to check.
    pub to_check_means: fn(usize) -> String,
    pub points: fn(&str) -> String,
    pub figures: &'static str,
    /// The form of a figure and what it is counted in.
    pub form: fn(&FigureForm, &str) -> String,
    pub as_it_stands: &'static str,
    /// Of what a figure is compared with.
    pub compared_with: &'static str,
    pub described_at: fn(u32) -> String,
    pub no_figures: &'static str,
    pub weights: fn(&str) -> String,
    pub weight: &'static str,
    pub unstated: &'static str,
    pub ranked: &'static str,
    pub computed: &'static str,
    pub formula_same: &'static str,
    pub unit: &'static str,
    pub measure_unit: fn(MeasureUnit) -> &'static str,
    pub share: &'static str,
    pub asked: &'static str,
    /// What a rate compounded from this figure is at least.
    pub compounded: fn(&str) -> String,
    pub plausibility: &'static str,
    pub plausibility_means: &'static str,
    /// A part that is at most its whole.
    pub part_of: fn(&str, &str) -> String,

    // How it is computed
    pub numbers: &'static str,
    pub number_points: [Point; 8],
    pub outcomes: &'static str,
    pub outcomes_mean: &'static str,
    pub outcome_means: fn(Outcome) -> &'static str,
    pub verdicts: &'static str,
    pub verdicts_mean: &'static str,
    pub verdict_means: fn(Verdict) -> &'static str,

    // The programme
    pub programme: &'static str,
    pub calendar: &'static str,
    pub weighing: &'static str,
    /// The parts of 基本情况 and 创建工作方案.
    pub weighed: fn(&str, &str) -> String,

    // Privacy and accessibility
    pub privacy: &'static str,
    pub privacy_points: [Point; 7],
    pub accessibility: &'static str,
    pub accessibility_points: [Point; 8],
}

/// 简体中文
pub const ZH: MethodWords = MethodWords {
    lead: "本页由规则文件生成，列出自评所依据的全部指标、算式、权重、门槛和原文，供核对和准备数据使用。",
    contents: "目录",
    back: "返回目录",

    basis: "依据",
    basis_means: "指标、算式、权重、门槛和引文都写在一份规则文件里，程序本身不含任何一项。换用另一批次的规则文件，计算和本页内容随之改变。",
    document: "文件",
    number: "文号",
    issuer: "发布机关",
    issued: "发布日期",
    ruleset: "规则文件编号",
    version: "规则文件版本",
    version_unstated: "未注明",
    certainties: "依据标记",
    certainty_means: |certainty| match certainty {
        Certainty::Stated => "原文完整写明，照原文计算。",
        Certainty::Reading => "原文提到，但有缺失或可作不同理解；所作理解写在标记之后。",
        Certainty::Unstated => "所据文本没有给出门槛或权重。不推定数值，结果不作达到与否的判断。",
        Certainty::Override => "由填报人按当批创建工作通知自行填入的门槛或权重，报告中会列明。",
    },
    fields: "重点领域",

    annex: |annex| ["附件", &annex.to_string()].concat(),
    index: "本部分指标",
    to_check: "未尽明、未载明之处",
    to_check_means: |count| {
        ["以下 ", &count.to_string(), " 项指标含对原文的理解，或原文未载明门槛、权重，请重点核对："].concat()
    },
    points: |points| ["分值 ", points].concat(),
    figures: "需要的数据",
    form: |form, counted_in| match form {
        FigureForm::Amount { .. } => "金额，单位：万元".to_owned(),
        FigureForm::Series { .. } => "分年金额，单位：万元".to_owned(),
        FigureForm::Count { .. } => ["数量，单位：", counted_in].concat(),
        FigureForm::Tally { .. } => ["分类数量，单位：", counted_in].concat(),
        FigureForm::Rates => "分年增速，单位：%".to_owned(),
    },
    as_it_stands: "当期的数",
    compared_with: "用于比较",
    described_at: |number| ["说明见第 ", &number.to_string(), " 项指标"].concat(),
    no_figures: "没有需要填写的数；可写情况说明，供评审参考。",
    weights: |figure| [figure, "：类别与权重 ω"].concat(),
    weight: "权重 ω",
    unstated: "未载明",
    ranked: "按单位排序折算：权重 ω ÷ 单位排序，牵头单位的排序为 1。",
    computed: "计算",
    formula_same: "创建、认定",
    unit: "单位",
    measure_unit: |unit| match unit {
        MeasureUnit::WanYuan => "万元",
        MeasureUnit::Ratio => "比率，以 % 表示",
        MeasureUnit::Count => "数量（计入权重），无单位",
    },
    share: "分值",
    asked: "要求",
    compounded: |figure| [figure, "各年复合所得增速"].concat(),
    plausibility: "合理性提示",
    plausibility_means: "下列关系不成立时，页面提示核对，不影响任何结果。",
    part_of: |part, whole| [part, " ≤ ", whole].concat(),

    numbers: "读数与计算方法",
    number_points: [
        (
            "读数",
            "数字按书写习惯读取：全角、半角均可，逗号每三位一个，小数点用“.”。金额可写元、万、万元、亿、亿元；不写单位的，按页面所选单位（万元或亿元）读取，读到的数显示在输入框下方。不能确定是一个数的，不猜测，提示改正。",
        ),
        ("精度", "金额折合万元后最多 6 位小数，增速最多 6 位小数，数量为整数。超出的不截断，提示改正。"),
        ("精确计算", "加减乘除全部用分数进行，中间不取小数、不四舍五入。是否达到门槛，以精确值比较。"),
        (
            "取小数",
            "只在显示时取小数，四舍五入，算式中以“≈”标明。还差的数只入不舍，超出的数、完成比例只舍不入；与门槛并列的数随之取定，不会因取小数而显得已达到。显示的数不参与判断。",
        ),
        (
            "未填与零",
            "未填不等于零：缺一个必需的数，结果就是“待填写”。没有的，请填 0，分类数量请勾选“没有”；已填任一类的，其余空白类别计 0。",
        ),
        (
            "年份",
            "创建看近三年；认定时平均值、合计看创建期两年，增速以创建期前一年为起点。与申报时比较的，申报时的数按申报时的三年计算。",
        ),
        ("无法计算", "除数为零或为负，或从零、负数起算增幅，没有意义，不给出数值。"),
        ("权重未载明", "有一个类别未载明权重，加权结果就不计算；按当批通知填入权重后再算。"),
    ],
    outcomes: "一项指标的结果",
    outcomes_mean: "一项指标有多条要求的，取下列次序中最靠前的一种：",
    outcome_means: |outcome| match outcome {
        Outcome::Unmet => "精确值低于门槛，或没有增加。",
        Outcome::Invalid => "所需的数填写有误，不能采用。",
        Outcome::NotComputable => "除数为零或为负，算不出数值。",
        Outcome::Incomplete => "所需的数尚未填齐。",
        Outcome::Unstated => "原文没有给出门槛或权重，能算的数照常显示。",
        Outcome::Review => "属综合评定，程序不作判断。",
        Outcome::Met => "精确值达到门槛。",
    },
    verdicts: "总的结论",
    verdicts_mean: "从上到下，取最先符合的一种：",
    verdict_means: |verdict| match verdict {
        Verdict::Ineligible => "有申报条件答为“否”。",
        Verdict::Unmet => "至少一项指标未达到。",
        Verdict::Incomplete => "有指标待填写、填写有误或无法计算，或重点领域、申报条件尚未填完。",
        Verdict::SubjectToReview => "其余均达到，只剩由评审评定或门槛未载明的指标。",
        Verdict::Met => "每一项指标都达到。",
    },

    programme: "程序、评分与红线",
    calendar: "程序与时间",
    weighing: "评分占比",
    weighed: |basics, workplan| ["基本情况 ", basics, "，创建工作方案 ", workplan].concat(),

    privacy: "隐私说明",
    privacy_points: [
        ("不外传", "所填内容只在本机浏览器中计算。程序不发出任何请求，不用 Cookie，不作统计，不加载外部资源。"),
        ("不保存", "默认不保存，关闭页面即消失。"),
        (
            "草稿",
            "从网站打开本页时，可自行开启草稿。草稿只存于本机这一浏览器的本地存储（localStorage），点“清空”或关闭草稿即删除。与他人共用电脑的，请勿开启。从本地文件打开时没有草稿。",
        ),
        (
            "保存的文件",
            "只有您点保存时才生成文件，存放位置由您决定。其中有规则文件编号、申报对象类别和阶段、各版本所填的数据、名称和情况说明，以及按当批通知填入的数。文件不加密，请按单位规定保管。",
        ),
        ("断网核实", "打开本页后断开网络，填写、计算、打印照常。"),
        ("看网络请求", "打开浏览器开发者工具的“网络”面板再填写，不会出现任何请求。"),
        (
            "看安全策略",
            "独立页面的源代码开头有内容安全策略（Content-Security-Policy），其中 connect-src 'none' 要求浏览器拦截程序的一切对外连接。嵌入其他网站时，以该网站的策略为准，并请一并查看该网站的隐私说明。",
        ),
    ],
    accessibility: "无障碍说明",
    accessibility_points: [
        ("目标", "以《网页内容无障碍指南》（WCAG）2.2 的 AA 级为目标。"),
        ("键盘", "全部操作可只用键盘完成，焦点清晰可见，点“转到”类按钮后焦点随之移动。"),
        ("读屏软件", "标题分级，输入框、表格和按钮有名称，填写有误时在输入框处说明原因。"),
        ("放大与窄屏", "页面放大到 200%、宽度窄至 320 像素，内容不缺失，也不需左右滚动；页首另有“大字”开关。"),
        ("颜色", "支持深色、强制颜色（高对比度）模式。结果同时用文字、图形和颜色表示。"),
        ("动效", "页面没有动画，符合系统“减少动态效果”的设置。"),
        ("打印", "填报结果和本页均可打印为 A4 文本。"),
        (
            "已知不足",
            "英文界面中，原文引文和文号仍为中文。电脑自动检查不能代替真人使用，尚未逐一用各种读屏软件和浏览器检验，也未经第三方评测。",
        ),
    ],
};

/// English
pub const EN: MethodWords = MethodWords {
    lead: "This page is made from the ruleset. It lists every indicator, formula, weight, threshold and sentence that the self-assessment rests on, to check it and to know what to gather.",
    contents: "Contents",
    back: "Back to the contents",

    basis: "What everything rests on",
    basis_means: "Indicators, formulas, weights, thresholds and quotations stand in one ruleset document; the program itself contains none of them. With another batch's document, the results and this page change with it.",
    document: "Document",
    number: "Number",
    issuer: "Issued by",
    issued: "Date of issue",
    ruleset: "Ruleset id",
    version: "Ruleset version",
    version_unstated: "not stated",
    certainties: "How sure a rule is",
    certainty_means: |certainty| match certainty {
        Certainty::Stated => "The text says it in full and it is computed as it says.",
        Certainty::Reading => {
            "The text names it, but part is lost or can be read in more than one way; our reading stands beside the mark."
        }
        Certainty::Unstated => {
            "The text we have gives no threshold or no weight. No number is assumed, and nothing is judged met or not met."
        }
        Certainty::Override => {
            "A threshold or weight that the person filled in from the batch's notice; the report lists it."
        }
    },
    fields: "Key fields",

    annex: |annex| ["annex ", &annex.to_string()].concat(),
    index: "Indicators of this part",
    to_check: "Readings and gaps",
    to_check_means: |count| {
        [
            &count.to_string(),
            " indicators rest on a reading, or on a text without a threshold or weight. Please check these:",
        ]
        .concat()
    },
    points: |points| [points, " points"].concat(),
    figures: "Figures needed",
    form: |form, counted_in| match form {
        FigureForm::Amount { .. } => "An amount, in 万元".to_owned(),
        FigureForm::Series { .. } => "An amount for each year, in 万元".to_owned(),
        FigureForm::Count { .. } => ["A number of ", counted_in].concat(),
        FigureForm::Tally { .. } => ["A number of ", counted_in, " for each kind"].concat(),
        FigureForm::Rates => "A growth rate for each year, in %".to_owned(),
    },
    as_it_stands: "as it stands then",
    compared_with: "to compare with",
    described_at: |number| ["described under indicator ", &number.to_string()].concat(),
    no_figures: "No figures; there is room for a note to the reviewers.",
    weights: |figure| [figure, ": kinds and weights ω"].concat(),
    weight: "Weight ω",
    unstated: "not stated",
    ranked: "Counted by the unit's rank: weight ω ÷ rank; the lead unit has rank 1.",
    computed: "Computation",
    formula_same: "Creation and recognition",
    unit: "Unit",
    measure_unit: |unit| match unit {
        MeasureUnit::WanYuan => "万元",
        MeasureUnit::Ratio => "a ratio, shown in %",
        MeasureUnit::Count => "a number (with weights), without unit",
    },
    share: "Points",
    asked: "What is asked",
    compounded: |figure| ["the growth that this compounds to over its years: ", figure].concat(),
    plausibility: "Plausibility",
    plausibility_means: "Where one of these does not hold, the page asks to check. No result changes.",
    part_of: |part, whole| [part, " ≤ ", whole].concat(),

    numbers: "How numbers are read and computed",
    number_points: [
        (
            "Reading",
            "Numbers are read as people write them: full or half width, a comma at every three digits, “.” as decimal point. Amounts may carry 元, 万, 万元, 亿 or 亿元; without a unit they are in the unit chosen on the page (万元 or 亿元), and what was understood is shown below the field. What is not surely one number is not guessed at but has to be corrected.",
        ),
        (
            "Precision",
            "Amounts have at most 6 decimals in 万元, rates at most 6, counts none. More are not cut off but have to be corrected.",
        ),
        (
            "Exactness",
            "Everything is computed in fractions; nothing is rounded on the way. Whether a threshold is reached is decided on the exact value.",
        ),
        (
            "Rounding",
            "Only what is shown is rounded, half away from zero, and marked with “≈” in a formula. What is missing is rounded up, what is beyond and the share of a threshold down; a value beside its threshold follows, so that rounding never makes it look reached. What is shown decides nothing.",
        ),
        (
            "Missing is not zero",
            "A blank is not zero: with one number missing, the result is “To fill in”. If there are none, enter 0, or tick “None” at a tally; once one kind is filled in, the others left blank count as 0.",
        ),
        (
            "Years",
            "Creation looks at the last three years. At recognition, means and sums are over the two years of the creation period, and growth starts from the year before it. What is compared with the application is computed over the three years given there.",
        ),
        (
            "Not computable",
            "With a divisor of zero or below, or a growth from zero or below, there is no meaning and so no value.",
        ),
        (
            "Weights not stated",
            "As long as one kind has no weight, the weighted value is not computed; it is once the weight is filled in from the batch's notice.",
        ),
    ],
    outcomes: "The result of an indicator",
    outcomes_mean: "Of several requirements, the result that comes first in this order counts:",
    outcome_means: |outcome| match outcome {
        Outcome::Unmet => "The exact value is below the threshold, or has not increased.",
        Outcome::Invalid => "A number it needs was refused.",
        Outcome::NotComputable => "The divisor is zero or below.",
        Outcome::Incomplete => "A number it needs is missing.",
        Outcome::Unstated => "The text gives no threshold or weight; what can be computed is shown all the same.",
        Outcome::Review => "Left to the reviewers; the program does not judge.",
        Outcome::Met => "The exact value reaches the threshold.",
    },
    verdicts: "The conclusion",
    verdicts_mean: "From the top, the first that applies:",
    verdict_means: |verdict| match verdict {
        Verdict::Ineligible => "An eligibility item is answered with “No”.",
        Verdict::Unmet => "At least one indicator is not met.",
        Verdict::Incomplete => {
            "An indicator is to be filled in, needs correcting or cannot be computed, or the field or the eligibility items are not filled in."
        }
        Verdict::SubjectToReview => "All others are met; what is left is for the reviewers or has no stated threshold.",
        Verdict::Met => "Every indicator is met.",
    },

    programme: "Procedure, weighing and red lines",
    calendar: "Procedure and periods",
    weighing: "Weighing",
    weighed: |basics, workplan| ["Basic figures ", basics, ", creation work plan ", workplan].concat(),

    privacy: "Privacy",
    privacy_points: [
        (
            "Nothing is sent",
            "What you fill in is computed in this browser only. The program makes no requests, sets no cookies, counts no visits and loads nothing from elsewhere.",
        ),
        ("Nothing is kept", "By default nothing is kept; it is gone when the page is closed."),
        (
            "Drafts",
            "On a page opened from a website you can switch drafts on. A draft is kept only in this browser's local storage (localStorage) on this machine, and is deleted when you clear everything or switch drafts off. Leave them off on a shared computer. A page opened from a file has no drafts.",
        ),
        (
            "Saved files",
            "A file is made only when you save one, and you decide where it lies. It holds the ruleset's id, the kind of applicant and the stage, the figures of each variant, name and notes, and the batch's numbers you filled in. It is not encrypted: keep it as your rules require.",
        ),
        (
            "Check offline",
            "Open this page, disconnect the network: filling in, computing and printing go on as before.",
        ),
        (
            "Check requests",
            "Open the “Network” panel of the browser's developer tools and fill in figures: no request appears.",
        ),
        (
            "Check the policy",
            "The standalone page's source begins with a Content-Security-Policy whose connect-src 'none' has the browser block every connection by the program. Embedded in another site, that site's policy applies; see its privacy statement too.",
        ),
    ],
    accessibility: "Accessibility",
    accessibility_points: [
        ("Aim", "Level AA of the Web Content Accessibility Guidelines (WCAG) 2.2."),
        (
            "Keyboard",
            "Everything can be done by keyboard alone; the focus is plainly visible and follows when a button leads elsewhere.",
        ),
        (
            "Screen readers",
            "Headings are nested; fields, tables and buttons have names; a refused entry says why at its field.",
        ),
        (
            "Zoom and narrow screens",
            "At 200% zoom and down to 320 pixels nothing is lost and nothing needs scrolling sideways; there is a switch for large text at the top.",
        ),
        (
            "Colour",
            "Dark and forced colours (high contrast) are supported. Results are told by words, shape and colour.",
        ),
        ("Motion", "Nothing on the page is animated, which also keeps to a system set to reduced motion."),
        ("Print", "The report and this page print on A4."),
        (
            "Known limits",
            "In English, quotations and document numbers stay in Chinese. Automatic checks do not replace people: not every screen reader and browser has been tried, and no third party has reviewed the page.",
        ),
    ],
};
