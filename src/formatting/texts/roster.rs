//! A tally that is filled in as a list (名单).

use engine::roster::{About, Common, Exclusion, Flaw};

texts! {
    pub struct RosterWords {
        begin = "按名单统计", "Count from a list";
        begin_means =
            "有企业、专利、人员等名单的，粘贴即可自动去重、分类、查错。",
            "If you have a list of enterprises, patents or people, paste it: it is deduplicated, sorted by kind and checked.";
        type_counts = "改为直接填数", "Type the numbers instead";
        paste_here = "在此粘贴名单", "Paste the list here";
        paste_means =
            "从 Excel、WPS 中连同表头一起复制，粘贴到这里；也可直接打开文件。读取后先核对再写入。",
            "Copy it from a spreadsheet with its head and paste it here, or open the file. It is shown before anything is written.";
        paste_again = "换一份名单", "Another list";
        read = "读取", "Read";
        open = "打开 Excel、WPS 或 CSV 文件", "Open an Excel, WPS or CSV file";
        add = "添加一条", "Add an item";
        print_list = "打印时附名单", "Print the list";
        export = "导出名单（CSV）", "Export the list (CSV)";
        sample = "看示例名单", "Try a sample list";
        caption(figure: &str) = [figure, "名单"], ["List: ", figure];
        counts(items: &str, counted: &str, out: &str, doubts: &str) =
            ["共 ", items, " 条：计入 ", counted, "，未计入 ", out, "，存疑 ", doubts],
            [items, " items: ", counted, " counted, ", out, " not counted, ", doubts, " in doubt"];
        counting = "正在统计…", "Counting…";
        rows_read(done: &str, of: &str) = ["（已读 ", done, " 行 / 共 ", of, " 行）"], [" (", done, " of ", of, " rows read)"];
        shown_until_then = "完成之前，页面显示的仍是此前的结果。", " Until it is done, the page shows what it did before.";
        stop = "停止", "Stop";
        still_counting = "上一处更正还在统计，请稍候再按一次。", "The last correction is still being counted. Please try again in a moment.";
        refused =
            "名单中有排序无法识别，改正后才能统计。",
            "A rank in the list cannot be read. The list is counted once it is corrected.";
        show = "显示", "Show";
        all = "全部", "All";
        counted = "计入", "Counted";
        out = "未计入", "Not counted";
        doubtful = "存疑", "In doubt";
        order = "排列", "Order";
        as_listed = "按名单顺序", "As in the list";
        by_name = "按名称", "By name";
        by_kind = "按类别", "By kind";
        number = "序号", "No.";
        name = "名称", "Name";
        code = "代码（编号）", "Code";
        kinds = "类别", "Kinds";
        rank = "单位排序", "Rank";
        host = "依托单位", "Host unit";
        status = "状态", "Status";
        how = "如何计算", "How it counts";
        correct = "更正", "Correct";
        correct_item(number: &str) = ["更正第 ", number, " 条"], ["Correct item ", number];
        new_item = "添加一条", "Add an item";
        anyway = "仍要计入的理由", "Why it counts all the same";
        anyway_means =
            "填写理由后，不论重复、状态和排序，均单独计入；理由随名单保存。",
            "With a reason it counts by itself, whatever its duplicates, status or rank. The reason stays with the list.";
        same_name_means = "两条实为同一个的，把名称改成一致即可。", "Where two items are the same, give them the same name.";
        put = "确定", "Done";
        remove = "删除此条", "Delete this item";
        cancel = "取消", "Cancel";
        nothing_here = "没有符合的条目。", "Nothing to show.";
        more(count: &str) = ["另有 ", count, " 条，填入后可全部查看。"], [count, " more; all of them are shown once filled in."];

        counts_as(kind: &str) = ["计入：", kind], ["counts: ", kind];
        counts_as_ranked(kind: &str, rank: &str) = ["计入：", kind, "（排序 ", rank, "）"], ["counts: ", kind, " (rank ", rank, ")"];
        duplicate(of: &str, by: &str) = ["未计入：与第 ", of, " 条重复（", by, "相同）"], ["not counted: same as item ", of, " (", by, ")"];
        common(by: Common) {
            Common::Code => "代码", "same code";
            Common::Name => "名称", "same name";
            Common::Host => "依托单位", "same host unit";
        };
        left_out(why: Exclusion) {
            Exclusion::NoKind => "未计入：没有类别", "not counted: no kind";
            Exclusion::NoSuchKind => "未计入：方案未列的类别", "not counted: not one of the plan's kinds";
            Exclusion::OutOfScope => "未计入：编号表明不属于统计范围", "not counted: its number says that it is out of scope";
            Exclusion::NotInForce => "未计入：状态不是有效", "not counted: not in force";
            Exclusion::NotLead => "未计入：不是第一完成单位", "not counted: not the first unit";
        };
        doubt(about: About, of: &str) -> String {
            (About::Code(Flaw::Form), of) => ["代码不是常见格式，请核对"], ["the code has no known form"];
            (About::Code(Flaw::Publication), of) => ["是公告号，无法与申请号比对，请改填申请号（专利号）"], ["a publication number, which cannot be matched; give the application number"];
            (About::Code(Flaw::Character { at }), of) => ["代码第 ", &(at + 1).to_string(), " 位不应是这个字符"], ["character ", &(at + 1).to_string(), " of the code cannot stand there"];
            (About::Code(Flaw::CheckCharacter { at, expected }), of) => ["代码校验不符：第 ", &(at + 1).to_string(), " 位按其余各位推算应为 ", &expected.to_string()], ["the check character is wrong: character ", &(at + 1).to_string(), " would be ", &expected.to_string()];
            (About::SameName, of) => ["与第 ", of, " 条名称相同，请确认是否同一个"], ["same name as item ", of, ": are they one?"];
            (About::NearName, of) => ["与第 ", of, " 条名称相近，请确认是否同一个"], ["nearly the name of item ", of, ": are they one?"];
            (About::OtherName, of) => ["与第 ", of, " 条代码相同而名称不同，请核对代码"], ["same code as item ", of, " and another name: please check the code"];
            (About::SharedHost, of) => ["与第 ", of, " 条有相同的依托单位，请确认是否重复"], ["item ", of, " has one of the same host units: do they count once?"];
            (About::Nameless, of) => ["没有名称和代码，无法去重"], ["no name and no code: duplicates cannot be found"];
            (About::KindDiffers, of) => ["编号与所填类别不一致，以编号为准"], ["the number tells another kind; the number counts"];
            (About::OtherKind, of) => ["另有方案未列的类别，不影响计入"], ["also names a kind that the plan does not list"];
            (About::Status, of) => ["状态请核对"], ["please check the status"];
            (About::Contradicted, of) => ["第 ", of, " 条是同一个，但不符合计入条件，请核对"], ["item ", of, " is the same thing and does not qualify: please check"];
            (About::Anyway, of) => ["按您填写的理由计入"], ["counts for the reason that you gave"];
        };

        compared = "与基期名单比较", "Against the list of the baseline";
        new_things(count: &str) = ["新增 ", count], ["new: ", count];
        gone_things(count: &str) = ["退出 ", count], ["gone: ", count];
        risen_things(count: &str) = ["类别变化 ", count], ["changed kind: ", count];
        same_things(count: &str) = ["未变 ", count], ["unchanged: ", count];
        from_to(name: &str, from: &str, to: &str) = [name, "：", from, " → ", to], [name, ": ", from, " → ", to];

        replaces_items(count: usize) = ["将替换现有名单 ", &count.to_string(), " 条"], ["Replaces the present list of ", &count.to_string()];
        no_field = "不采用", "Not used";

        keep_title = "文件中含名单", "The file has lists";
        keep_means =
            "名单中可能有企业和人员信息。存入文件后，拿到文件的人都能看到。",
            "Lists may name enterprises and people. Whoever has the file can read them.";
        keep_lists = "名单一并存入", "Save the lists";
        keep_counts = "只存统计数", "Save the counts only";
    }
}
