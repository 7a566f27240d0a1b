//! The codes of a reading, as the contract names them: why a cell is read as it is, why one is left out, what is asked.

use engine::names::Named;

macro_rules! codes {
    ($(#[$doc:meta])* $type:ident { $($(#[$about:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type {
            $($(#[$about])* $variant,)*
        }

        impl Named for $type {
            const ALL: &'static [$type] = &[$($type::$variant),*];
            const NAMES: &'static [&'static str] = &[$($name),*];

            fn as_str(self) -> &'static str {
                match self {
                    $($type::$variant => $name,)*
                }
            }
        }
    };
}

codes! {
    /// Why a cell is read as it is.
    Because {
        /// The name of its row.
        RowName = "row_name",
        /// The name of its column.
        ColumnName = "column_name",
        /// The name of the section it stands in.
        SectionName = "section_name",
        /// The unit behind the number.
        UnitCell = "unit_cell",
        /// The unit in the name of its row.
        UnitName = "unit_name",
        /// The unit in a column of its own.
        UnitColumn = "unit_column",
        /// The unit in the head of its column.
        UnitHeader = "unit_header",
        /// A line 单位：….
        UnitLine = "unit_line",
        /// The unit in which amounts are typed.
        UnitContext = "unit_context",
        /// The year above its column.
        YearHeader = "year_header",
        /// The year of its row.
        YearRow = "year_row",
        /// The head 数量, 家数.
        CountColumn = "count_column",
        /// The head 排序, 位次.
        RankColumn = "rank_column",
        /// A list: one each.
        Listed = "listed",
        /// Where it stands.
        Position = "position",
        /// Our own template says where it belongs.
        Template = "template",
        /// The workbook shows it in percent.
        PercentFormat = "percent_format",
        /// A person said so.
        Answer = "answer",
    }
}

codes! {
    /// Why cells are not used.
    Code {
        /// A title.
        Title = "title",
        /// A head.
        Header = "header",
        /// A note below the table.
        Note = "note",
        /// 序号, 代码.
        SerialNumber = "serial_number",
        /// No figure of the track is called so.
        NoSuchFigure = "no_such_figure",
        /// A year that is not asked for.
        OtherYear = "other_year",
        /// A total of others.
        Total = "total",
        /// A rate of change or a share.
        ChangeColumn = "change_column",
        /// A weight or what was computed with it.
        WeightColumn = "weight_column",
        /// A remark.
        Remark = "remark",
        /// A mark for a value that is not there.
        NotAvailable = "not_available",
        /// What a spreadsheet could not compute.
        ErrorValue = "error_value",
        /// A hidden row or column.
        Hidden = "hidden",
        /// What is said twice.
        Duplicate = "duplicate",
        /// No number can be read.
        NoNumber = "no_number",
        /// The plan counts no such kind.
        NoSuchKind = "no_such_kind",
        /// A goal, a forecast, a foreign unit, or more than there are places.
        OutOfScope = "out_of_scope",
        /// Neither yes nor no, where only one of these can stand.
        NoAnswer = "no_answer",
        /// Our own template, made for another track, stage or ruleset: it is read by its names.
        OtherTemplate = "other_template",
        /// A person left it out.
        LeftOut = "left_out",
    }
}

codes! {
    /// What is asked.
    Asked {
        /// Which figure or kind a row or column is, or which of several rows counts.
        WhichFigure = "which_figure",
        /// Which unit the numbers are in.
        WhichUnit = "which_unit",
        /// Which column counts.
        WhichColumn = "which_column",
        /// A total is not the sum of its parts.
        TotalDiffers = "total_differs",
        /// Which years the numbers are of.
        YearsUnclear = "years_unclear",
        /// A rate below 1 may be a fraction.
        LooksLikeAFraction = "looks_like_a_fraction",
    }
}
