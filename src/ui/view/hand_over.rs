//! What a person takes along: the report on paper, and the spreadsheet.

use std::rc::Rc;

use yew::prelude::*;

use super::frame::use_frame;
use super::own_numbers::use_own_numbers;
use super::save::save;
use super::window::{print_page, today};
use crate::ui::show::file_name::file_name;
use crate::ui::show::handover::Handover;
use crate::ui::show::spreadsheet::spreadsheet;
use crate::ui::state::assessment::Assessment;
use crate::ui::state::sheet::Sheet;

#[derive(PartialEq, Properties)]
pub struct HandOverProps {
    pub sheet: Rc<Sheet>,
    pub assessment: Rc<Assessment>,
}

#[component]
pub fn HandOver(props: &HandOverProps) -> Html {
    let (frame, own) = (use_frame(), use_own_numbers());
    let report = frame.words().report_words;
    let export = {
        let (sheet, assessment) = (props.sheet.clone(), props.assessment.clone());
        Callback::from(move |_: MouseEvent| {
            let (stage, lang, day) = (frame.stage, frame.lang, today());
            let of = Handover { rules: &own.rules, stage, sheet: &sheet, assessment: &assessment, lang, day: &day };
            let name = file_name(&sheet.applicant, stage, &day, "csv", of.words());
            let _ = save(&name, "text/csv;charset=utf-8", &spreadsheet(&of));
        })
    };
    html! {
        <div class="hand-over">
            <button type="button" data-action="print" onclick={|_: MouseEvent| print_page()}>{ report.print }</button>
            <button type="button" data-action="spreadsheet" onclick={export}>{ report.save_spreadsheet }</button>
        </div>
    }
}
