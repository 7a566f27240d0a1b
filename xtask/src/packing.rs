//! Bytes as text for a JavaScript string: what base64 does, but byte by byte.
//!
//! Base64 cuts three bytes into four characters, so that a compressor no longer recognises what repeats: over brotli it costs 30 %.
//! Here a frequent byte is one character and a rare one two, which costs 3 %. `www/unpack.js` is the way back.

/// These two begin the codes of two characters. They were picked by trying: brotli foretells a character from the kind of the one
/// before it, and `.` and `=` are kinds of their own.
const ESCAPES: [u8; 2] = [b'.', b'='];

/// The characters that stand for bytes, made for some content and good for any. What two modules have in common is the same text in both
/// if they share one, and the single file has both.
pub struct Codes(Vec<String>);

impl Codes {
    /// Those in which this content is shortest.
    pub fn made_for(bytes: &[u8]) -> Codes {
        Codes(codes(bytes))
    }

    /// The bytes in printable ASCII, without a character that a string in double quotes has to escape or that HTML could take for
    /// the beginning of a tag. It begins with the codes of all byte values in their order, from which the decoder learns the rest.
    pub fn pack(&self, bytes: &[u8]) -> String {
        (0..=u8::MAX).chain(bytes.iter().copied()).map(|byte| self.0[usize::from(byte)].as_str()).collect()
    }
}

/// The code of every byte value: one character for the most frequent, an escape and a character for the others.
fn codes(bytes: &[u8]) -> Vec<String> {
    let alphabet: Vec<u8> =
        (b' '..=b'~').filter(|character| !ESCAPES.contains(character) && !b"\"\\<".contains(character)).collect();
    let mut frequency = [0_usize; 256];
    for byte in bytes {
        frequency[usize::from(*byte)] += 1;
    }
    let mut ranked: Vec<u8> = (0..=u8::MAX).collect();
    ranked.sort_by_key(|byte| std::cmp::Reverse(frequency[usize::from(*byte)]));
    let (frequent, rare) = ranked.split_at_mut(alphabet.len());
    frequent.sort_unstable();
    rare.sort_unstable();

    let mut codes = vec![String::new(); 256];
    let mut assign = |byte: u8, code: &[u8]| codes[usize::from(byte)] = code.iter().copied().map(char::from).collect();
    // A byte that is in the alphabet stands for itself, so that texts stay texts; the others take what is left.
    let (themselves, others): (Vec<u8>, Vec<u8>) = frequent.iter().partition(|byte| alphabet.contains(byte));
    let left = alphabet.iter().filter(|character| !themselves.contains(character));
    for (byte, character) in others.iter().zip(left).chain(themselves.iter().zip(&themselves)) {
        assign(*byte, &[*character]);
    }
    let pairs = ESCAPES.iter().flat_map(|escape| alphabet.iter().map(move |character| [*escape, *character]));
    for (byte, pair) in rare.iter().zip(pairs) {
        assign(*byte, &pair);
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn pack(bytes: &[u8]) -> String {
        Codes::made_for(bytes).pack(bytes)
    }

    /// What the decoder makes of texts, by Node: one line of hexadecimal digits a text.
    fn unpacked(texts: &[String]) -> Vec<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let decoder = std::fs::read_to_string(root.join("www/unpack.js")).unwrap();
        let script = format!(
            "{decoder}\nfor (const text of {}) console.log(Buffer.from(unpack(text)).toString(\"hex\"));",
            serde_json::to_string(texts).unwrap()
        );
        let mut node = std::process::Command::new("node")
            .arg("-")
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .expect("Node.js runs");
        std::io::Write::write_all(&mut node.stdin.take().unwrap(), script.as_bytes()).unwrap();
        let output = node.wait_with_output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    /// Contents that are frequent in one byte, in all of them alike, in none, or awkward in a page.
    fn contents() -> Vec<Vec<u8>> {
        let every_byte: Vec<u8> = (0..=u8::MAX).collect();
        let skewed = every_byte.iter().flat_map(|byte| vec![*byte; 255 - usize::from(*byte)]).collect();
        let awkward = "</script><!--]]>\"'`\\\n\r\t\0${x}\u{2028}\u{2029}示范.=.=".as_bytes();
        vec![vec![], vec![0], every_byte, skewed, awkward.to_vec(), awkward.repeat(300)]
    }

    #[test]
    fn the_decoder_gives_the_bytes_back() {
        let packed: Vec<String> = contents().iter().map(|bytes| pack(bytes)).collect();
        // Made for other content, they do as well.
        let others: Vec<String> =
            contents().iter().map(|bytes| Codes::made_for("示范".as_bytes()).pack(bytes)).collect();
        assert_eq!(unpacked(&others), unpacked(&packed));
        let hex = |bytes: &Vec<u8>| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(unpacked(&packed), contents().iter().map(hex).collect::<Vec<_>>());
    }

    #[test]
    fn a_packed_text_needs_no_escaping_in_a_string_or_a_page() {
        for bytes in contents() {
            let packed = pack(&bytes);
            let strange =
                packed.chars().find(|character| !matches!(character, ' '..='~') || "\"\\<".contains(*character));
            assert_eq!(strange, None);
            assert_eq!(serde_json::to_string(&packed).unwrap(), format!("\"{packed}\""));
        }
    }

    #[test]
    fn a_text_stays_readable() {
        let text = "a measure is held against its threshold";
        assert!(pack(text.as_bytes()).ends_with(text));
    }

    #[test]
    fn frequent_bytes_take_one_character_and_all_others_two() {
        let lengths = |bytes: &[u8]| codes(bytes).iter().map(String::len).collect::<Vec<_>>();
        let lengths = lengths(&[0xff; 9]);
        assert_eq!(lengths[0xff], 1);
        assert_eq!(lengths.iter().filter(|length| **length == 1).count(), 90);
        assert_eq!(lengths.iter().filter(|length| **length == 2).count(), 166);
    }
}
