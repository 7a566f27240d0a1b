//! Files, the draft on this machine, and clearing everything.

use model::notice::FileRefusal;

texts! {
    pub struct FileWords {
        /// The toolbar's name.
        files = "文件", "Files";
        open = "打开文件", "Open file";
        open_means =
            "打开以前保存的自评文件接着填；也可把文件拖到本页上。",
            "Go on with a self-assessment saved earlier; its file can also be dropped onto this page.";
        drop_here = "松开即打开文件", "Let go to open the file";
        preparing = "正在准备处理 Excel、Word 文件……", "Getting ready for Excel and Word files …";
        /// `place` names the track and the stage.
        opened(place: &str) = ["文件已打开：", place, "。"], ["The file is open: ", place, "."];
        older_rules =
            "文件按规则的另一版本保存，现按现行版本计算。",
            "It was saved under another version of the rules; the present version now applies.";
        save = "保存文件", "Save file";
        saved(name: &str) =
            ["已交给浏览器，文件名为“", name, "”。请到下载文件夹中查看是否存好。"],
            ["Handed to the browser as “", name, "”. Please look in its downloads whether it is there."];
        /// Stands until the person says so, because no page can know.
        handed_over =
            "文件已交给浏览器，是否存好，本页无从得知。看过以后请点“文件已存好”，关闭本页时就不再为此提醒。",
            "The file was handed to the browser; this page cannot know whether it was stored. Once you have looked, press “The file is there”: then nothing is asked about it when this page is closed.";
        file_is_there = "文件已存好", "The file is there";
        office_file_not_made =
            "文件未能生成：处理 Excel 文件的部件不在本页、未能载入或不完整。请稍后再试，或告知网站管理员；本页的其他功能不受影响。",
            "The file could not be made: the part for Excel files is not in this page, could not be loaded, or is not whole. Please try again later or tell the administrator of this site; everything else on this page works.";
        not_saved = "浏览器未能生成文件。", "The browser could not make the file.";
        print = "打印报告", "Print report";
        save_spreadsheet = "导出数据和结果（CSV）", "Export figures and results (CSV)";
        /// The name of the file that the text of a draft is saved to.
        draft_file = "示范自评-草稿原文.txt", "self-assessment-draft.txt";

        forget = "清空", "Clear all";
        forget_question = "清空所有内容？", "Clear everything?";
        forget_means =
            "将清空本页已填的所有内容，包括园区和企业、创建和认定各阶段的数据，以及假设、创建目标和按当批通知填入的数。清空后无法找回；已经保存的文件不受影响。",
            "Everything filled in on this page will be cleared: parks and enterprises, creation and recognition, “What if”, targets, and the numbers of the batch's notice. It cannot be brought back. Files already saved are not touched.";
        forget_draft = "本机草稿一并删除。", "The draft on this machine will be deleted too.";
        forget_yes = "全部清空", "Clear everything";
        forget_no = "不清空", "Cancel";
        forgotten_but_draft =
            "本页已清空，但浏览器未能删除本机草稿。请在浏览器设置中清除本网站的数据。",
            "This page is cleared, but the browser could not delete the draft. Please clear this site's data in the browser's settings.";

        keep_draft = "在本机保留草稿", "Keep a draft on this machine";
        keep_draft_means =
            "草稿只存在这台电脑的这个浏览器里，刷新或关闭页面后可以接着填。多人共用的电脑请不要打开。",
            "The draft stays in this browser on this computer, so you can go on after reloading or closing the page. Leave it off on a shared computer.";
        draft_kept =
            "草稿已保留在本机，所填内容随时更新。",
            "The draft is kept on this machine and follows every change.";
        draft_refused =
            "浏览器不允许在本机保存，草稿没有保留。请用“保存文件”。",
            "The browser does not allow keeping anything on this machine; there is no draft. Please use “Save file”.";
        draft_too_large =
            "浏览器的存储空间不足，最近的改动没有保留。请用“保存文件”。",
            "The browser's storage is full; the last changes are not kept. Please use “Save file”.";
        draft_not_read_back =
            "浏览器存下的草稿读不回来，最近的改动不能算已保留。请用“保存文件”。",
            "What the browser stored cannot be read again, so the last changes do not count as kept. Please use “Save file”.";
        draft_not_deleted =
            "浏览器未能删除本机草稿，请在浏览器设置中清除本网站的数据。",
            "The browser could not delete the draft. Please clear this site's data in the browser's settings.";
        draft_elsewhere =
            "另一个窗口正在保留草稿，本窗口的改动没有保留。要保留本窗口的内容，请重新打开开关，另一份草稿会被替换。",
            "Another window keeps the draft; changes in this one are not kept. To keep this one, switch it on again; it takes the other's place.";
        draft_offered =
            "本机留有此前的草稿。表中内容由网站填入，草稿没有打开，也未改动。打开草稿即替换表中内容，可以撤销。",
            "An earlier draft is kept on this machine. The website filled in this form, so the draft was not opened, and it is unchanged. Opening it replaces what is in the form; that can be undone.";
        open_draft = "打开这份草稿", "Open this draft";
        draft_unreadable(refusal: &FileRefusal) -> String {
            FileRefusal::Later(version) =>
                ["本机有一份草稿，由更新的版本（", version, "）保存，本页读不了。原文没有改动；删除以后才能保留新的草稿。"],
                ["A draft on this machine was kept by a later version (", version, ") and cannot be read here. It is unchanged; delete it before a new one can be kept."];
            _ =>
                ["本机有一份草稿已损坏，读不了。原文没有改动；删除以后才能保留新的草稿。"],
                ["A draft on this machine is damaged and cannot be read. It is unchanged; a new one can be kept once it is deleted."];
        };
        /// Said of a draft with places that have no field.
        draft_in_part(paths: &str) =
            ["草稿中有本页没有的内容，未恢复：", paths, "。需要的话请先保存草稿原文。点“知道了”以前，原草稿不会改动，本页的新改动也不会保留；点了以后，草稿只保留本页内容。"],
            ["The draft holds what this page has no field for, which is not restored: ", paths, ". Save its text first if you need it. Until you press “Close” the draft stays as it was and new changes are not kept; from then on only what is on this page is kept."];
        save_draft_text = "把草稿原文保存到文件", "Save the draft's text to a file";
        delete_draft = "删除这份草稿", "Delete this draft";
        leave_draft = "知道了", "Close";

        open_baseline = "打开创建阶段的文件，填入申报时的数据", "Open a creation-stage file for the figures of the application";
    }
}
