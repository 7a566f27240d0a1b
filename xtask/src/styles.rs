//! The style sheet as it goes into the shadow root.
//!
//! The sources measure in `rem`, which is the font size of the host page's root: on a site with `html { font-size: 62.5% }` everything
//! would shrink to five eighths. So a `rem` becomes a multiple of `--rem`, which the element sets to the font size that the person
//! chose in the browser. Where a variable cannot stand: `@media` measures against that size anyway, and `@container` has the
//! container's own `em`, which is one `--rem`.

use crate::node;
use crate::old_styles;
use crate::project::Project;
use anyhow::Result;

/// In the order in which they apply.
const FILES: [&str; 9] = [
    "www/shifan.css",
    "www/desk.css",
    "www/sheet.css",
    "www/overview.css",
    "www/method.css",
    "www/list.css",
    "www/files.css",
    "www/preview.css",
    "www/print.css",
];

/// All of them as one, minified: for every browser, and for Chromium 83 to 96 in a page of its own.
pub fn build(project: &Project) -> Result<[String; 2]> {
    let styles = FILES.iter().map(|file| project.read(file)).collect::<Result<String>>()?;
    let minified = |styles: &str| node::minify(project, "css", node::OLDEST_BROWSERS, styles);
    let old = old_styles::rewritten(&minified(&[&*styles, &project.read("www/chromium83.css")?].concat())?)?;
    Ok([minified(&styles)?, old].map(|styles| without_rem(&styles)))
}

/// A style sheet without comments in which no length depends on the host page's root.
fn without_rem(styles: &str) -> String {
    styles
        .split_inclusive(['{', '}', ';'])
        .map(|part| match part {
            _ if part.starts_with("@media") => part.to_owned(),
            _ if part.starts_with("@container") => each_rem(part, |number| format!("{number}em")),
            _ => each_rem(part, |number| format!("calc({number}*var(--rem))")),
        })
        .collect()
}

/// Puts something else in the place of every length in `rem`.
fn each_rem(text: &str, instead: impl Fn(&str) -> String) -> String {
    let (mut done, mut rest) = (String::new(), text);
    while let Some(at) = rest.find("rem") {
        let (before, after) = (&rest[..at], &rest[at + 3..]);
        let digits = before.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
        let start = digits.strip_suffix('-').unwrap_or(digits).len();
        let is_length = before.ends_with(|letter: char| letter.is_ascii_digit())
            && !after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '-');
        if is_length {
            done += &(before[..start].to_owned() + &instead(&before[start..]));
        } else {
            done += &rest[..at + 3];
        }
        rest = after;
    }
    done + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_style_brings_an_image_so_the_pointer_is_the_systems() {
        for file in FILES.into_iter().chain(["www/chromium83.css"]) {
            let path = [env!("CARGO_MANIFEST_DIR"), "/../", file].concat();
            let styles = std::fs::read_to_string(path).unwrap();
            assert!(!styles.contains("url(") && !styles.contains("cursor: none"), "{file}");
        }
    }

    #[test]
    fn lengths_become_multiples_and_queries_measure_against_the_container() {
        let table = [
            ("a{gap:.5rem 1rem}", "a{gap:calc(.5*var(--rem)) calc(1*var(--rem))}"),
            ("a{inset:-.2rem 0}", "a{inset:calc(-.2*var(--rem)) 0}"),
            ("a{--x:calc(100vh - 1.5rem)}", "a{--x:calc(100vh - calc(1.5*var(--rem)))}"),
            ("@media (max-width:60rem){a{top:2rem}}", "@media (max-width:60rem){a{top:calc(2*var(--rem))}}"),
            (
                "a{}@container page (width<48rem){a{top:2rem}}",
                "a{}@container page (width<48em){a{top:calc(2*var(--rem))}}",
            ),
            (".rem,.remove-line,.x1remark{color:red}", ".rem,.remove-line,.x1remark{color:red}"),
            ("a{margin:1em;left:2px}", "a{margin:1em;left:2px}"),
        ];
        for (before, after) in table {
            assert_eq!(without_rem(before), after);
        }
    }
}
