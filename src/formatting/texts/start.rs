//! Texts of the beginning: who applies, at which stage, and the samples.

use super as page;
use engine::ruleset::{Stage, Track};

texts! {
    pub struct StartWords {
        ask_track = "申报对象是园区还是企业？", "Who is applying: a park or an enterprise?";
        track_means(track: Track) {
            Track::Park =>
                "申报园区类国家新兴产业发展示范基地（示范园区）",
                "Applies as a park-type national demonstration base for emerging industries (demonstration park)";
            Track::Enterprise =>
                "申报企业类国家新兴产业发展示范基地（示范企业）",
                "Applies as an enterprise-type national demonstration base for emerging industries (demonstration enterprise)";
        };
        ask_stage = "现在处于哪个阶段？", "Which stage are you at?";
        stage_means(stage: Stage) {
            Stage::Creation => "申报时，看近三年的数据", "When applying: the last three years count";
            Stage::Recognition =>
                "两年创建期满，与申报时比较",
                "After the two-year creation period: compared with the application";
        };
        show_sample = "查看示例", "Show a sample";
        /// The same where track and stage are not on screen yet.
        show_sample_of(track: Track, stage: Stage) =
            ["查看示例（", (page::ZH.track)(track), " · ", (page::ZH.stage)(stage), "）"],
            ["Show a sample (", (page::EN.track)(track), " · ", (page::EN.stage)(stage), ")"];
        sample_means =
            "先看一份虚构的填写示例，随时可以清除，不影响您已填的内容。",
            "Look at an invented example first. It can be cleared at any time and leaves what you entered untouched.";
        sample_shown = "现在显示的是虚构的示例数据。", "These are invented sample data.";
        sample_changed =
            "示例已被您改动。清除后仍可取回改动过的内容。",
            "You have changed the sample. After clearing it away you can still take it back.";
        sample_cleared =
            "示例已清除。您在示例上改动过的内容仍可取回。",
            "The sample is cleared away. What you changed in it can be taken back.";
        take_back = "取回改动过的示例", "Take the changed sample back";
        clear_sample = "清除示例", "Clear the sample";
    }
}
