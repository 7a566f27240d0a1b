//! Statements about the page itself: how numbers are read and computed, privacy, accessibility.

/// A point: its name and what there is to say.
pub type Point = (&'static str, &'static str);

texts! {
    pub struct Statements {
        numbers [
            ("读数", "数字按书写习惯读取：全角、半角均可，逗号每三位一个，小数点用“.”。金额可写元、千元、万元、亿元等单位，也可写“1亿2000万元”；有货币符号而没有单位的，请您选定单位；不写单位的，按页面所选单位（元、千元、万元或亿元）读取，读到的数显示在输入框下方。不能确定是一个数的，不猜测，提示改正。"),
            ("Reading", "Numbers are read as people write them: full or half width, a comma at every three digits, “.” as decimal point. Amounts may carry units such as 元, 千元, 万元 and 亿元, also several of them (1亿2000万元); with a currency sign and no unit you are asked which it is; without a unit they are in the unit chosen on the page (元, 千元, 万元 or 亿元), and what was understood is shown below the field. What is not surely one number is not guessed at but has to be corrected.");
            ("精度", "金额折合万元后最多 6 位小数，增速最多 6 位小数，数量为整数。超出的不截断，提示改正。"),
            ("Precision", "Amounts have at most 6 decimals in 万元, rates at most 6, counts none. More are not cut off but have to be corrected.");
            ("精确计算", "加减乘除全部用分数进行，中间不取小数、不四舍五入。是否达到门槛，以精确值比较。"),
            ("Exactness", "Everything is computed in fractions; nothing is rounded on the way. Whether a threshold is reached is decided on the exact value.");
            ("取小数", "只在显示时取小数，四舍五入，算式中以“≈”标明。还差的数只入不舍，超出的数、完成比例只舍不入；与门槛并列的数随之取定，不会因取小数而显得已达到。显示的数不参与判断。"),
            ("Rounding", "Only what is shown is rounded, half away from zero, and marked with “≈” in a formula. What is missing is rounded up, what is beyond and the share of a threshold down; a value beside its threshold follows, so that rounding never makes it look reached. What is shown decides nothing.");
            ("未填与零", "未填不等于零：缺一个必需的数，结果就是“待填写”。没有的，请填 0，分类数量请勾选“没有”；已填任一类的，其余空白类别计 0。"),
            ("Missing is not zero", "A blank is not zero: with one number missing, the result is “To fill in”. If there are none, enter 0, or tick “None” at a tally; once one kind is filled in, the others left blank count as 0.");
            ("年份", "创建看近三年；认定时平均值、合计看创建期两年，增速以创建期前一年为起点。与申报时比较的，申报时的数按申报时的三年计算。"),
            ("Years", "Creation looks at the last three years. At recognition, means and sums are over the two years of the creation period, and growth starts from the year before it. What is compared with the application is computed over the three years given there.");
            ("无法计算", "分母为零或为负，或从零、负数起算增幅，没有意义，不给出数值。"),
            ("Not computable", "With a divisor of zero or below, or a growth from zero or below, there is no meaning and so no value.");
            ("权重未载明", "有一个类别未载明权重，加权结果就不计算；按当批通知填入权重后再算。"),
            ("Weights not stated", "As long as one kind has no weight, the weighted value is not computed; it is once the weight is filled in from the batch's notice.");
        ];
        privacy [
            ("不外传", "所填内容只在本机浏览器中计算。程序不发出任何请求，不用 Cookie，不作统计，不加载外部资源；只有从网站打开本页的，第一次打开 Excel 文件、下载模板或导出自评表、自评报告时，从本站取一次处理这些文件的部件，请求中不带任何内容；另装了离线网页的，由浏览器向本站检查有无新版本。"),
            ("Nothing is sent", "What you fill in is computed in this browser only. The program makes no requests, sets no cookies, counts no visits and loads nothing from elsewhere. Two exceptions, on a page from a website only: opening the first Excel file, taking the template or exporting the workings or the report fetches the part for such files from that site, with nothing in the request; and for the offline page the browser looks for a new version on that site.");
            ("不保存", "默认不保存，关闭页面即消失。"),
            ("Nothing is kept", "By default nothing is kept; it is gone when the page is closed.");
            ("草稿", "从网站打开本页时，可自行开启草稿。草稿只存于本机这一浏览器的本地存储（localStorage），点“清空”或关闭草稿即删除。与他人共用电脑的，请勿开启。从本地文件打开时没有草稿。"),
            ("Drafts", "On a page opened from a website you can switch drafts on. A draft is kept only in this browser's local storage (localStorage) on this machine, and is deleted when you clear everything or switch drafts off. Leave them off on a shared computer. A page opened from a file has no drafts.");
            ("保存的文件", "只有您点保存或导出时才生成文件，存放位置由您决定。自评文件中有保存日期、规则编号、申报对象类别和阶段、名称、重点领域、申报条件的回答、各版本所填的数据、数据截至年度、数据来源/口径、情况说明和模拟评分，按当批通知填入的数，以及选择存入的名单。导出的数据和结果（CSV）中有所显示版本的上述内容（模拟评分和名单除外）及其结果；保存的草稿原文中有草稿的全部内容；填表模板中有所显示版本的数据和名单；自评表、自评报告中有所显示版本的数据和结果，自评表另有名单，自评报告可附名单；导出的名单中有该名单各条。这些文件都不加密，请按单位规定保管。"),
            ("Saved files", "A file is made only when you save or export one, and you decide where it lies. A self-assessment file holds the day, the ruleset's id, the kind of applicant and the stage, the name, the field, the answers to the eligibility items, the figures of each variant with their last year and sources, notes and mock scores, the batch's numbers you filled in, and the lists if you choose so. The exported figures and results (CSV) hold the same of the variant shown, except the mock scores and the lists, with its results; the saved text of a draft holds all of the draft; a template holds the figures and lists of the variant shown; the workings and the report hold its figures and results, the workings its lists as well, the report if you choose so; an exported list holds the items of that list. None of them is encrypted: keep them as your rules require.");
            ("浏览器自身", "浏览器自带的自动填充、翻译、拼写检查等功能是否联网，由浏览器的设置决定，页面管不到。"),
            ("The browser itself", "Whether the browser's own filling in of forms, translation or spelling goes online is decided by its settings; a page cannot forbid it.");
            ("断网核实", "打开本页后断开网络，填写、计算、打印照常。"),
            ("Check offline", "Open this page, disconnect the network: filling in, computing and printing go on as before.");
            ("看网络请求", "打开浏览器开发者工具的“网络”面板再填写，不会出现任何请求；从网站打开本页的，第一次打开或生成 Excel、Word 文件时有一个。"),
            ("Check requests", "Open the “Network” panel of the browser's developer tools and fill in figures: no request appears. On a page from a website, the first Excel or Word file that is opened or made causes one.");
            ("看安全策略", "独立页面的源代码开头有内容安全策略（Content-Security-Policy），要求浏览器拦截页面中脚本发出的请求（connect-src 'none'）、图片、框架、样式、外来脚本和表单提交。策略管不到跳转、链接、下载、打开新窗口、WebRTC 和预连接，这些本程序都不用；排在策略之前的脚本，只有网站把策略同时写入响应头时才受约束。嵌入其他网站时，以该网站的策略为准，该网站可以读取所填内容，请一并查看其隐私说明。"),
            ("Check the policy", "The standalone page's source begins with a Content-Security-Policy that has the browser block requests by scripts (connect-src 'none'), images, frames, styles, foreign scripts and forms. It cannot stop navigation, links, downloads, new windows, WebRTC and preconnecting, none of which this program uses; a script placed before it is bound only where the host sends the policy as a header too. Embedded in another site, that site's policy applies and that site can read what you fill in; see its privacy statement too.");
        ];
        accessibility [
            ("目标", "以《网页内容无障碍指南》（WCAG）2.2 的 AA 级为目标。"),
            ("Aim", "Level AA of the Web Content Accessibility Guidelines (WCAG) 2.2.");
            ("键盘", "全部操作可只用键盘完成，焦点清晰可见，点“转到”类按钮后焦点随之移动。"),
            ("Keyboard", "Everything can be done by keyboard alone; the focus is plainly visible and follows when a button leads elsewhere.");
            ("读屏软件", "标题分级，输入框、表格和按钮有名称，填写有误时在输入框处说明原因。"),
            ("Screen readers", "Headings are nested; fields, tables and buttons have names; a refused entry says why at its field.");
            ("放大与窄屏", "页面放大到 200%、宽度窄至 320 像素，内容不缺失，也不需左右滚动；页首另有“大字”开关。"),
            ("Zoom and narrow screens", "At 200% zoom and down to 320 pixels nothing is lost and nothing needs scrolling sideways; there is a switch for large text at the top.");
            ("颜色", "支持深色、强制颜色（高对比度）模式。结果同时用文字、图形和颜色表示。"),
            ("Colour", "Dark and forced colours (high contrast) are supported. Results are told by words, shape and colour.");
            ("动效", "页面没有动画，符合系统“减少动态效果”的设置。"),
            ("Motion", "Nothing on the page is animated, which also keeps to a system set to reduced motion.");
            ("打印", "自评报告和本页均可用 A4 纸打印。"),
            ("Print", "The report and this page print on A4.");
            ("已知不足", "英文界面中，原文引文和文号仍为中文。电脑自动检查不能代替真人使用，尚未逐一用各种读屏软件和浏览器检验，也未经第三方评测。"),
            ("Known limits", "In English, quotations and document numbers stay in Chinese. Automatic checks do not replace people: not every screen reader and browser has been tried, and no third party has reviewed the page.");
        ];
    }
}
