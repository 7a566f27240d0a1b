//! The template (模板) that is filled in with a spreadsheet program.

use engine::ruleset::Stage;

texts! {
    pub struct TemplateWords {
        download = "下载 Excel 模板", "Download Excel template";
        download_means =
            "模板含全部数据项、口径和各类名单，已填的也在其中。填好后用“打开文件”导入，核对后填入。",
            "The template has all figures with how they are counted, and all lists; what is filled in already is in it. Fill it in and import it with “Open file”: it is shown before anything is written.";
        file = "填表模板", "template";

        guide = "填表说明", "How to fill in";
        figures = "数据", "Figures";
        baseline(stage: Stage) {
            Stage::Creation => "近三年期初数据", "Figures at the start";
            Stage::Recognition => "申报时数据", "Figures of the application";
        };
        /// Who applies, and what is said in words.
        particulars = "申报信息和说明", "Application and notes";
        particular = "项目", "Item";
        filled_in = "填写", "Entry";
        about = "要求", "What is asked";
        choices = "词表", "Choices";
        /// The title of the list of a baseline.
        of_baseline = "（基期）", " (baseline)";

        heading(track: &str, stage: &str) =
            ["国家新兴产业发展示范基地申报自评填表模板（", track, "·", stage, "）"],
            ["Template for the self-assessment: national demonstration bases for emerging industries (", track, ", ", stage, ")"];
        basis(number: &str, id: &str, version: &str) =
            ["依据：", number, "；规则编号：", id, "（", version, "）"],
            ["Rules: ", number, "; ", id, " (", version, ")"];
        /// One line each.
        steps =
            "1．在浅黄色格内填写；灰色格不用填。不清楚的留空，确实没有的填 0。\n\
             2．“单位”列可改为元、千元、万元、亿元，每行各按各的单位；也可把单位写在数字后面，如 3.2亿。\n\
             3．表头的年份可以修改；改后按表头的年份读取。\n\
             4．有名单的，填在同名工作表中，“数据”表中该项的数量不必再填；两处都填的，以名单为准。一条有几个类别的，在一格内用“；”隔开，或分几行填。\n\
             5．名称、重点领域、申报条件和情况说明填在“申报信息和说明”表；数据从哪里来，可填在“数据”表的“数据来源/口径”列。\n\
             6．可以插入行列、移动、改工作表名。请不要删除隐藏的行和列，否则只能按名称读取。\n\
             7．填好保存后，在自评页面点“打开文件”选择本文件，逐表核对后填入。\n\
             8．本文件可能含企业和个人信息，请妥善保管。自评页面只在本机读取，不向任何地方发送。",
            "1. Fill in the light yellow cells; grey ones stay empty. Leave blank what is not known, and enter 0 for none.\n\
             2. The unit of each row may be changed to 元, 千元, 万元 or 亿元; or write it behind the number: 3.2亿.\n\
             3. The years in the head may be changed; the figures are then read as of those years.\n\
             4. Where you have a list, fill in the sheet of that name and leave the counts of that figure blank; if both are filled in, the list counts. Several kinds of one item go into one cell with “；” between them, or into several rows.\n\
             5. Name, key field, eligibility and notes go into the sheet “Application and notes”; where a figure comes from can be said in the column “Source and how it is counted” of the sheet “Figures”.\n\
             6. Rows and columns may be inserted and moved, and sheets renamed. Please keep the hidden row and column: without them the sheet is read by its names only.\n\
             7. Save the file, choose it with “Open file” on the page of the self-assessment, and check each sheet before it is filled in.\n\
             8. This file may hold data of enterprises and persons: please take care of it. The page reads it on this machine and sends it nowhere.";

        figure = "数据", "Figure";
        unit = "单位", "Unit";
        how = "口径、来源和常见差错", "How it is counted, usual source, frequent mistakes";
        source(text: &str) = ["通常取自：", text], ["Usual source: ", text];
        mistakes(text: &str) = ["常见差错：", text], ["Frequent mistakes: ", text];
        weight(text: &str) = ["权重 ", text], ["Weight ", text];
        line(number: &str) = ["第 ", number, " 行"], ["Line ", number];
        from_list(title: &str) = ["按名单统计，见工作表“", title, "”。", ], ["Counted from the list in the sheet “", title, "”."];
        list(title: &str) = [title, "名单"], ["List: ", title];
        example = "例：", "Example: ";
        an_enterprise = "某某科技有限公司", "Example Technology Ltd";
        a_person = "某某", "Example";
        a_thing = "某某项目", "Example project";
        an_institute = "某某研究院", "Example institute";
        /// The head of a column of a list, and what it is called in this language where that is another.
        head(head: &str, name: &str) = [head], [head, " ", name];
    }
}
