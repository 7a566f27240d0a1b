//! The report as a document for a word processor, and the lines for those who answer for it.

texts! {
    pub struct DocumentWords {
        download = "导出自评报告（Word）", "Export the report (Word)";
        download_means =
            "可编辑的自评报告，版式按党政机关公文格式，含盖章、填表人、审核人和日期栏。",
            "The report as a document to be edited, in the form of official documents, with room for the seal, names and the day.";
        file = "自评报告", "report";
        title =
            "国家新兴产业发展示范基地申报自评报告",
            "Self-assessment report: national demonstration bases for emerging industries";
        /// Below the title of what is no actual data.
        marked(marks: &str) = ["（", marks, "）"], ["(", marks, ")"];
        heading(number: usize, title: &str) =
            [&numeral(number), "、", title],
            [&number.to_string(), ". ", title];
        subheading(number: usize, title: &str) =
            ["（", &numeral(number), "）", title],
            ["(", &number.to_string(), ") ", title];
        /// An indicator, by its number in the annex.
        item(number: u32, title: &str) =
            [&number.to_string(), "．", title],
            ["Indicator ", &number.to_string(), ": ", title];
        /// How many indicators have an outcome.
        counted(outcome: &str, count: usize) =
            [outcome, " ", &count.to_string(), " 项"],
            [outcome, ": ", &count.to_string()];
        full_stop = "。", ".";
        /// The head above what is measured, or what is lacking.
        standing = "数值或差距", "Value, or what is lacking";
        compared = "与门槛比较", "Against the threshold";
        lists = "附：名单", "Appendix: lists";
        /// Names of styles that word processors do not have: the text, the labels, the numbers and the headings in tables; what stands
        /// behind a table; the page number on even pages; the end.
        styles: [&'static str; 7] =
            ["表格文字", "表格栏目", "表格数字", "表格小标题", "表格之后", "双页码", "文末"],
            ["Table text", "Table label", "Table number", "Table heading", "After table", "Even page number", "End"];

        /// Whose report it is and who answers for it, to be filled in by hand.
        sign_off = "填报与审核", "Prepared and checked by";
        seal = "填报单位（盖章）", "Unit (seal)";
        filled_in_by = "填表人", "Filled in by";
        checked_by = "审核人", "Checked by";
        date = "日期", "Date";
        date_blank = "　　　　年　　月　　日", "";
    }
}

/// A number from 1 to 99 in Chinese.
fn numeral(number: usize) -> String {
    let digit =
        |digit: usize| ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"].get(digit).copied().unwrap_or("");
    let (tens, ones) = (number / 10, number % 10);
    let ten = if tens > 0 { "十" } else { "" };
    [if tens > 1 { digit(tens) } else { "" }, ten, digit(ones)].concat()
}

#[cfg(test)]
mod tests {
    use super::numeral;

    #[test]
    fn headings_are_numbered_as_a_person_does() {
        let table = [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")];
        for (number, expected) in table {
            assert_eq!(numeral(number), expected);
        }
    }
}
