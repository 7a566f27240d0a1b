//! What a person answers or corrects.

use engine::address::{Address, Side};
use engine::names::Named;
use intake::context::{Along, Answer};
use intake::list::Field;
use intake::names::Target;
use intake::reading::{Asked, Choice, Figure};
use intake::table::Table;
use intake::unit::Unit;
use intake::{Context, read_table};

use crate::plan;

/// The texts of a figure after an answer, and what is still asked.
pub fn after(text: &str, answers: &[Answer], figure: &str) -> (String, Vec<&'static str>) {
    let rules = &plan().park;
    let context = Context { answers: answers.to_vec(), ..Context::of(rules) };
    let reading = read_table(&Table::of_text(text).expect("a small table"), &context);
    let figure = rules.figure(figure).expect(figure);
    let texts = reading.figures.iter().find(|(own, _)| *own == figure).map(|(_, read)| match read {
        Figure::Single(text) => text.clone(),
        Figure::Listed(texts) => texts.iter().map(|text| text.as_deref().unwrap_or("·")).collect::<Vec<_>>().join(" "),
        Figure::Tally(lines) => {
            let line = |line: &intake::reading::Line| {
                let kind = &rules.figures[figure].form.kinds()[line.kind.expect("a kind")].id;
                let rank = line.rank.as_ref().map_or(String::new(), |rank| ["/", rank].concat());
                [kind, ":", line.count.as_deref().expect("a count"), &rank].concat()
            };
            lines.iter().map(line).collect::<Vec<_>>().join(" ")
        }
        Figure::Roster(items) => items.iter().map(|item| &*item.name).collect::<Vec<_>>().join(" "),
    });
    (texts.unwrap_or_default(), reading.questions.iter().map(|question| question.code.as_str()).collect())
}

#[test]
fn an_answer_settles_what_was_asked() {
    let rules = &plan().park;
    let figure = |id: &str| Target::Figure(rules.figure(id).expect(id));
    let patents = rules.figure("patents").expect("patents");
    let other = rules.figures[patents].form.kinds().find(|kind| kind.id == "other").expect("other");
    let years = "指标\t2023\t2024\t2025\n";
    let enterprises = "企业\t2023年营业收入（元）\t2024年营业收入（元）\t2025年营业收入（元）\n甲公司\t1\t2\t3\n乙公司\t4\t5\t6\n合计\t5\t7\t9";
    let two_units = "指标\t单位\t2023\t2024\t2025\n营业收入（亿元）\t万元\t1\t2\t3\n研发投入（亿元）\t万元\t4\t5\t6";
    let signs =
        "指标\t2023\t2024\t2025\n营业收入\t￥1\t￥2\t￥3\n研发投入（亿元）\t4\t5\t6\n股权融资额\t￥7\t￥8\t9亿元";
    let two_names = "类型\t数量\n高新技术企业\t25\n国家高新技术企业\t26\n小巨人\t3\n国家级小巨人\t4";
    // what | table | answers | figure | texts | still asked
    type Row<'a> = (&'a str, String, Vec<Answer>, &'a str, &'a str, Vec<&'static str>);
    let table: Vec<Row> = vec![
        ("no answer", [years, "融资额（元）\t1\t2\t3"].concat(), vec![], "equity_financing", "", vec!["which_figure"]),
        (
            "this row is that figure",
            [years, "融资额（元）\t1\t2\t3"].concat(),
            vec![Answer::Is(Along::Row(1), figure("equity_financing"))],
            "equity_financing",
            "1元 2元 3元",
            vec![],
        ),
        (
            "a row that nobody knew",
            [years, "园区总产出（元）\t1\t2\t3"].concat(),
            vec![Answer::Is(Along::Row(1), figure("revenue"))],
            "revenue",
            "1元 2元 3元",
            vec![],
        ),
        (
            "all patents are of one kind",
            "指标\t数量\n有效发明专利\t520".to_owned(),
            vec![Answer::Is(Along::Row(1), Target::Kind(patents, other))],
            "patents",
            "other:520",
            vec![],
        ),
        (
            "in 元",
            [years, "营业收入\t1\t2\t3"].concat(),
            vec![Answer::AllUnits(Unit::Yuan)],
            "revenue",
            "1元 2元 3元",
            vec![],
        ),
        (
            "this row in 亿元",
            [years, "营业收入\t1\t2\t3"].concat(),
            vec![Answer::Unit(Along::Row(1), Unit::YiYuan)],
            "revenue",
            "1亿元 2亿元 3亿元",
            vec![],
        ),
        (
            "a name and a column that say two units",
            two_units.to_owned(),
            vec![],
            "rd_spending",
            "4亿元 5亿元 6亿元",
            vec!["which_unit"],
        ),
        (
            "the column is right in both rows",
            two_units.to_owned(),
            vec![Answer::OfTwo((1, 2), (2, 4), Unit::WanYuan)],
            "rd_spending",
            "4万元 5万元 6万元",
            vec![],
        ),
        (
            "it says nothing of another two units",
            two_units.to_owned(),
            vec![Answer::OfTwo((1, 2), (2, 4), Unit::Yuan)],
            "rd_spending",
            "4亿元 5亿元 6亿元",
            vec!["which_unit"],
        ),
        (
            "currency signs alone, each with a row between",
            signs.to_owned(),
            vec![Answer::OfTwo((1, 1), (3, 2), Unit::Yuan)],
            "equity_financing",
            "￥7元 ￥8元 9亿元",
            vec!["which_unit"],
        ),
        (
            "what has its own unit keeps it",
            signs.to_owned(),
            vec![Answer::OfTwo((1, 1), (3, 2), Unit::Yuan)],
            "rd_spending",
            "4亿元 5亿元 6亿元",
            vec!["which_unit"],
        ),
        (
            "left out",
            [years, "营业收入（元）\t1\t2\t3"].concat(),
            vec![Answer::LeaveOut(Along::Row(1))],
            "revenue",
            "",
            vec![],
        ),
        (
            "another last year",
            "指标\t2022\t2023\t2024\t2025\n营业收入（元）\t1\t2\t3\t4".to_owned(),
            vec![Answer::LastYear(2024)],
            "revenue",
            "1元 2元 3元",
            vec![],
        ),
        (
            "the value is of the last year",
            "指标\t数值\n营业收入（元）\t3".to_owned(),
            vec![Answer::Entry(Along::Row(1), 2)],
            "revenue",
            "· · 3元",
            vec![],
        ),
        (
            "the value is of the first year",
            "指标\t数值\n营业收入（元）\t3".to_owned(),
            vec![Answer::Entry(Along::Row(1), 0)],
            "revenue",
            "3元 · ·",
            vec![],
        ),
        ("many enterprises", enterprises.to_owned(), vec![], "revenue", "", vec!["which_figure"]),
        (
            "the total counts",
            enterprises.to_owned(),
            vec![Answer::Cells((3, 0), (3, 3))],
            "revenue",
            "5元 7元 9元",
            vec![],
        ),
        (
            "one of them counts",
            enterprises.to_owned(),
            vec![Answer::Cells((1, 0), (1, 3))],
            "revenue",
            "1元 2元 3元",
            vec![],
        ),
        (
            "the first column counts",
            "小巨人\t3\t10\n高新\t8\t1".to_owned(),
            vec![Answer::Cells((0, 1), (1, 1))],
            "quality_enterprises",
            "little_giant:3 high_tech:8",
            vec![],
        ),
        (
            "rates are fractions",
            "指标\t2024\t2025\n全国规模以上工业企业营业收入增速\t0.059\t0.041".to_owned(),
            vec![Answer::Fraction],
            "national_revenue_growth",
            "5.9% 4.1%",
            vec![],
        ),
        (
            "a column is that figure",
            "年份\t总产出（元）\n2023\t1\n2024\t2\n2025\t3".to_owned(),
            vec![Answer::Is(Along::Column(1, 1), figure("revenue"))],
            "revenue",
            "1元 2元 3元",
            vec![],
        ),
        (
            "申请件数 is what counts after all",
            "类型\t申请数量\t排序\n国家实验室\t3\t2".to_owned(),
            vec![Answer::Cells((1, 1), (1, 1))],
            "platforms",
            "national_laboratory:3/2",
            vec![],
        ),
        ("one kind under two names", two_names.to_owned(), vec![], "quality_enterprises", "", vec!["which_figure"; 2]),
        (
            "one of the two names, and both of another kind",
            two_names.to_owned(),
            vec![Answer::Cells((1, 0), (1, 1)), Answer::Cells((3, 0), (4, 1))],
            "quality_enterprises",
            "high_tech:25 little_giant:3 little_giant:4",
            vec![],
        ),
        (
            "the latest choice counts",
            two_names.to_owned(),
            vec![Answer::Cells((1, 0), (2, 1)), Answer::Cells((2, 0), (2, 1))],
            "quality_enterprises",
            "high_tech:26",
            vec!["which_figure"],
        ),
        (
            "the part counts beside the rest",
            "类型\t数量\n高新技术企业\t60\n其中：小巨人\t4".to_owned(),
            vec![Answer::Cells((1, 0), (2, 1))],
            "quality_enterprises",
            "high_tech:60 little_giant:4",
            vec![],
        ),
        (
            "the columns count together",
            "\t高企\t国家高新技术企业\n数量\t25\t26".to_owned(),
            vec![Answer::Cells((0, 1), (0, 2))],
            "quality_enterprises",
            "high_tech:25 high_tech:26",
            vec![],
        ),
    ];
    for (what, text, answers, id, expected, asked) in table {
        assert_eq!(after(&text, &answers, id), (expected.to_owned(), asked), "{what}");
    }
    assert_eq!(Asked::named("which_unit"), Some(Asked::WhichUnit));
}

/// What a column of a list says: asked where no head says it, and answered by one click.
#[test]
fn the_columns_of_a_list_are_answered() {
    use Field::{Kinds, Rank};
    let rules = &plan().park;
    let [enterprises, platforms] = ["quality_enterprises", "platforms"].map(|id| rules.figure(id).expect(id));
    // the figure, the list, what is asked of which columns, the answer, and what each item says of it then
    type Columns = &'static [(Field, usize)];
    let table: [(_, &str, Columns, Field, usize, &str); 3] = [
        (
            enterprises,
            "企业名称\t梯队\t电话\n甲公司\t高企\t123\n乙公司\t小巨人\t456\n",
            &[],
            Kinds,
            1,
            "high_tech little_giant",
        ),
        (
            enterprises,
            "企业名称\t地址\t电话\n甲公司\t苏州\t123\n乙公司\t无锡\t456\n",
            &[(Kinds, 1), (Kinds, 2)],
            Kinds,
            1,
            "苏州 无锡",
        ),
        (platforms, "甲中心\t国家实验室\t1\n乙中心\t国家技术创新中心\t3\n", &[(Rank, 2)], Rank, 2, "1 3"),
    ];
    for (figure, text, asked, field, column, expected) in table {
        let mut context = Context::of(rules);
        context.at = Some(Address::whole(Side::Now, figure));
        let list = Table::of_text(text).expect("a small table");
        let reading = read_table(&list, &context);
        let choices = reading.questions.iter().flat_map(|question| &question.choices);
        let found: Vec<(Field, usize)> = choices
            .filter_map(
                |choice| if let Choice::Column(from, _, field) = choice { Some((*field, from.1)) } else { None },
            )
            .collect();
        assert_eq!(found, asked, "{text}");
        context.answers = vec![Answer::Column(column, Some(field))];
        let answered = read_table(&list, &context);
        let Some((_, Figure::Roster(items))) = answered.figures.first() else { panic!("{text}: a list") };
        let kinds = rules.figures[figure].form.kinds();
        let said = |item: &engine::roster::Item| match field {
            Rank => item.rank.clone(),
            _ => item.kinds.iter().map(|kind| kinds[*kind].id.clone()).chain(item.other_kinds.clone()).collect(),
        };
        assert_eq!(items.iter().map(said).collect::<Vec<String>>().join(" "), expected, "{text}");
    }
}
