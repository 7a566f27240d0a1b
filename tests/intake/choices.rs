//! What a person answers where one of several rows or columns counts.

use intake::context::Answer;

use crate::answers::after;

#[test]
fn one_of_several_counts_once_it_is_answered() {
    let scope = "指标\t2022年\t2023年\t2024年\n营业收入（亿元）\t98\t102\t110\n其中：主导产业\t60\t65\t70";
    let kinds = "指标\t数量\n高新技术企业\t90\n其中：主导产业\t40\n小巨人\t3";
    let columns = "类别\t总数\t其中：主导产业\n高新技术企业\t200\t30\n小巨人\t20\t3";
    let dated = "指标\t2024年\t其中：主导产业\n营业收入（亿元）\t110\t70\n高新技术企业\t90\t40";
    let across = "年份\t高新技术企业\t其中：主导产业\n2024年\t200\t30";
    let rows = "项目\t高新技术企业\t小巨人\n全市\t1000\t200\n园区\t20\t5";
    let parts = "街道\t高新技术企业\t小巨人\n全区\t40\t1\n甲街道\t12\t1\n乙街道\t15\t0";
    let twice = "年度\t高新技术企业\n2023\t20\n2024\t30\n2024\t35";
    let stock = "专利\t累计拥有量\t当年授权\n金奖\t5\t1\n未获奖\t500\t60";
    let sum = "类型\t2022年\t2023年\t2024年\t三年合计\n小巨人\t3\t1\t2\t6";
    let flows = "项目\t高新技术企业\t小巨人\n累计\t200\t15\n2024年\t40\t3";
    let mixed = "企业\t2024年营业收入（元）\t高新技术企业\n甲公司\t1\t12\n乙公司\t4\t15\n合计\t5\t27";
    let rest = "指标\t数值\n有效发明专利拥有量（件）\t420\n其中：获中国专利金奖\t1\n获中国专利银奖\t2";
    let cells = |from, to| vec![Answer::Cells(from, to)];
    // what | table | answers | figure | texts
    let table = [
        ("the whole row", scope, cells((1, 0), (1, 3)), "revenue", "98亿元 102亿元 110亿元"),
        ("the part of the row", scope, cells((2, 0), (2, 3)), "revenue", "60亿元 65亿元 70亿元"),
        ("the whole of a kind", kinds, cells((1, 0), (1, 1)), "quality_enterprises", "high_tech:90 little_giant:3"),
        ("the part of a kind", kinds, cells((2, 0), (2, 1)), "quality_enterprises", "high_tech:40 little_giant:3"),
        ("the whole column", columns, cells((1, 1), (2, 1)), "quality_enterprises", "high_tech:200 little_giant:20"),
        (
            "the part of the column",
            columns,
            cells((1, 2), (2, 2)),
            "quality_enterprises",
            "high_tech:30 little_giant:3",
        ),
        ("the part beside a year", dated, cells((1, 2), (1, 2)), "revenue", "· · 70亿元"),
        ("the part beside a year, of kinds", dated, cells((2, 2), (2, 2)), "quality_enterprises", "high_tech:40"),
        ("the head of the part", across, cells((0, 2), (0, 2)), "quality_enterprises", "high_tech:30"),
        ("the second row", rows, cells((2, 0), (2, 2)), "quality_enterprises", "high_tech:20 little_giant:5"),
        ("the whole", parts, cells((1, 0), (1, 2)), "quality_enterprises", "high_tech:40 little_giant:1"),
        (
            "the parts together",
            parts,
            cells((2, 0), (3, 2)),
            "quality_enterprises",
            "high_tech:12 little_giant:1 high_tech:15 little_giant:0",
        ),
        ("the second of a year", twice, cells((3, 0), (3, 1)), "quality_enterprises", "high_tech:35"),
        ("what there is in all", stock, cells((1, 1), (2, 1)), "patents", "gold:5 other:500"),
        ("the total of three years", sum, cells((1, 4), (1, 4)), "quality_enterprises", "little_giant:6"),
        ("all rows together", flows, cells((1, 0), (1, 2)), "quality_enterprises", "high_tech:200 little_giant:15"),
        ("the row of the year", flows, cells((2, 0), (2, 2)), "quality_enterprises", "high_tech:40 little_giant:3"),
        (
            "a total that was chosen for another figure",
            mixed,
            cells((3, 0), (3, 2)),
            "quality_enterprises",
            "high_tech:27",
        ),
        ("the rest of a total", rest, vec![Answer::Rest((1, 1))], "patents", "gold:1 silver:2 other:417"),
        ("the last year", sum, cells((1, 3), (1, 3)), "quality_enterprises", "little_giant:2"),
    ];
    for (what, text, answers, figure, texts) in table {
        let (read, asked) = after(text, &answers, figure);
        assert_eq!(read, texts, "{what}");
        assert!(asked.is_empty() || text == dated, "{what}: {asked:?}");
        let (unanswered, asked) = after(text, &[], figure);
        assert!(unanswered != texts && !asked.is_empty(), "{what}");
    }
}
