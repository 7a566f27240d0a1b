//! Every text stands once, with its languages side by side.

/// Makes a struct of texts, and that struct in Chinese, `ZH`, and in English, `EN`. A text with a language missing does not
/// compile. First comes the Chinese, then the English:
///
/// ```text
/// name = "…", "…";                                 a text
/// name(of: Type, …) = ["…", of], ["…", of];        a text about something, of pieces
/// name(of: Type, …) { pattern => "…", "…"; };      a text for each of several things
/// name(of: Type, …) -> String { pattern => ["…", of], ["…", of]; };    the same, of pieces
/// name [ ("…", "…"), ("…", "…"); ];                points, each with its heading
/// name: Type = …, …;                               anything else
/// ```
macro_rules! texts {
    (
        $(#[$about:meta])*
        pub struct $Words:ident {
            $(
                $(#[$doc:meta])*
                $name:ident
                $(($($of:ident: $Of:ty),+))?
                $(-> $Returned:ident)?
                $(: $Type:ty)?
                $({ $($case:pat => $case_zh:expr, $case_en:expr;)+ })?
                $([ $($point_zh:expr, $point_en:expr;)+ ])?
                $(= $zh:expr, $en:expr)?
                ;
            )+
        }
    ) => {
        $(#[$about])*
        pub struct $Words {
            $(
                $(#[$doc])*
                pub $name: texts!(@type
                    $(($($Of),+))? $(-> $Returned)? $(: $Type)? $({ $($case_zh),+ })? $([ $($point_zh),+ ])? $(= $zh)?),
            )+
        }

        // A language may need less than another of what a text is about.
        #[allow(unused_variables)]
        pub static ZH: $Words = $Words {
            $($name: texts!(@text
                $(($($of: $Of),+))? $(-> $Returned)? $({ $($case => $case_zh),+ })? $([ $($point_zh),+ ])? $(= $zh)?),)+
        };

        #[allow(unused_variables)]
        pub static EN: $Words = $Words {
            $($name: texts!(@text
                $(($($of: $Of),+))? $(-> $Returned)? $({ $($case => $case_en),+ })? $([ $($point_en),+ ])? $(= $en)?),)+
        };
    };

    (@type = $text:expr) => { &'static str };
    (@type ($($Of:ty),+) = $pieces:expr) => { fn($($Of),+) -> String };
    (@type ($($Of:ty),+) { $($text:expr),+ }) => { fn($($Of),+) -> &'static str };
    (@type ($($Of:ty),+) -> String { $($pieces:expr),+ }) => { fn($($Of),+) -> String };
    (@type [ $($point:expr),+ ]) => { [(&'static str, &'static str); [$($point),+].len()] };
    (@type : $Type:ty = $value:expr) => { $Type };

    (@text = $text:expr) => { $text };
    (@text ($($of:ident: $Of:ty),+) = $pieces:expr) => { |$($of: $Of),+| <[&str]>::concat(&$pieces) };
    (@text ($($of:ident: $Of:ty),+) { $($case:pat => $text:expr),+ }) => {
        |$($of: $Of),+| match ($($of),+) { $($case => $text),+ }
    };
    (@text ($($of:ident: $Of:ty),+) -> String { $($case:pat => $pieces:expr),+ }) => {
        |$($of: $Of),+| match ($($of),+) { $($case => <[&str]>::concat(&$pieces)),+ }
    };
    (@text [ $($point:expr),+ ]) => { [$($point),+] };
}
