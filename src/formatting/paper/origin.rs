//! Where the numbers of a report come from, said plainly wherever they go: what is tried out, aimed at or invented must never be
//! taken for actual data.

use crate::texts::Words;
use model::dossier::Dossier;
use model::scenarios::Scenario;

/// Where numbers come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Which sheet of a submission they are from.
    pub scenario: Scenario,
    /// Whether it is one of the invented samples.
    pub sample: bool,
}

impl Origin {
    /// The origin of what a dossier shows.
    pub fn of(dossier: &Dossier) -> Origin {
        Origin { scenario: dossier.scenarios.current, sample: dossier.shows_sample() }
    }

    /// In full: `假设（非实际数据）`.
    pub fn in_full(self, words: &Words) -> String {
        let report = words.report_words;
        let said = [self.sample.then_some(report.invented), Some((report.data_of)(self.scenario))];
        said.into_iter().flatten().collect::<Vec<_>>().join(words.separator)
    }

    /// In brief, for a title or a file name; nothing to say of actual data.
    pub fn marks(self, words: &Words) -> Vec<&'static str> {
        let scenario = (self.scenario != Scenario::Original).then(|| (words.workbench.scenario)(self.scenario));
        [self.sample.then_some(words.report_words.invented), scenario].into_iter().flatten().collect()
    }

    /// The title of a report: `自评报告（假设）`.
    pub fn title(self, words: &Words) -> String {
        let (marks, (open, close)) = (self.marks(words), words.brackets);
        if marks.is_empty() {
            return words.report.to_owned();
        }
        [words.report, open, &marks.join(words.separator), close].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;
    use crate::texts::words;
    use engine::text::Lang;
    use model::scenarios::Scenario::{Original, Targets, WhatIf};

    #[test]
    fn what_is_no_actual_data_says_so() {
        // the sheet, a sample, in full, as a title
        let table = [
            (Original, false, "现状", "自评报告"),
            (WhatIf, false, "假设（非实际数据）", "自评报告（假设）"),
            (Targets, false, "创建目标（计划数）", "自评报告（创建目标）"),
            (Original, true, "虚构示例 · 现状", "自评报告（虚构示例）"),
            (WhatIf, true, "虚构示例 · 假设（非实际数据）", "自评报告（虚构示例 · 假设）"),
        ];
        for (scenario, sample, in_full, title) in table {
            let (origin, words) = (Origin { scenario, sample }, words(Lang::Zh));
            assert_eq!((&*origin.in_full(words), &*origin.title(words)), (in_full, title));
        }
        let english = Origin { scenario: WhatIf, sample: true };
        assert_eq!(english.title(words(Lang::En)), "Self-assessment report (Invented sample · What if)");
        assert_eq!(english.in_full(words(Lang::En)), "Invented sample · What if (not actual data)");
    }
}
