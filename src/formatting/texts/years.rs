//! The years of the figures, and where figures come from.

use engine::ruleset::Stage;

texts! {
    pub struct YearWords {
        last_year = "数据截至年度", "Last year of the figures";
        last_year_means(stage: Stage) {
            Stage::Creation =>
                "近三年的最后一年，如 2025。填写后，逐年数据按年份标出；不填也可以自评。",
                "The last of the three years, such as 2025. Figures by year are then labelled with their years. You may leave it blank.";
            Stage::Recognition =>
                "创建期第二年，如 2027。填写后，逐年数据按年份标出；不填也可以自评。",
                "The second year of the creation period, such as 2027. Figures by year are then labelled with their years. You may leave it blank.";
        };
        baseline_last_year = "申报时数据截至年度", "Last year of the figures in the application";
        baseline_last_year_means =
            "申报时近三年的最后一年，应早于创建期。",
            "The last of the three years in the application; it lies before the creation period.";

        calendar_year(year: u16) = [&year.to_string(), "年"], [&year.to_string()];
        /// Between two calendar years.
        between_years = "、", ", ";

        baseline_overlaps =
            "申报时的数据应早于创建期：所填年份已在创建期内，请核对。",
            "The figures of the application must lie before the creation period, and the year given for them lies within it. Please check.";

        data_source = "来源", "Source";
        source_of_figure = "数据来源/口径（可不填）", "Source and how it is counted (optional)";
    }
}
