//! Workbooks and documents as one run of bytes, and back: by this the module and the page hand over to each other.
//!
//! It consists of numbers and texts. A number is its digits and a blank; a text is its length in bytes, written as a number, and its bytes.
//! Both ends are of one version, which the page checks before it asks.
//!
//! [`found`]: what is read of a workbook; [`order`]: what is to be written into one; [`document`]: a document to be written.

pub mod document;
pub mod found;
pub mod order;

/// Bytes as they grow.
#[derive(Default)]
struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, number: usize) {
        let mut digits = [0; 20];
        let (mut at, mut rest) = (digits.len(), number);
        while rest > 0 || at == digits.len() {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        self.0.extend_from_slice(&digits[at..]);
        self.0.push(b' ');
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.0.extend_from_slice(text.as_bytes());
    }

    fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Writer, &T)) {
        self.number(items.len());
        items.iter().for_each(|item| write(self, item));
    }

    fn pair(&mut self, (first, second): (usize, usize)) {
        self.number(first);
        self.number(second);
    }
}

/// What is still to be read.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn number(&mut self) -> Option<usize> {
        let length = self.0.iter().position(|byte| *byte == b' ').filter(|length| *length > 0)?;
        let (digits, rest) = self.0.split_at(length);
        self.0 = &rest[1..];
        digits.iter().try_fold(0usize, |number, digit| {
            let digit = digit.is_ascii_digit().then(|| usize::from(digit - b'0'))?;
            number.checked_mul(10)?.checked_add(digit)
        })
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        let (text, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        String::from_utf8(text.to_vec()).ok()
    }

    fn flag(&mut self) -> Option<bool> {
        Some(self.number()? != 0)
    }

    fn list<T>(&mut self, read: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        (0..count).map(|_| read(self)).collect()
    }

    fn pair(&mut self) -> Option<(usize, usize)> {
        Some((self.number()?, self.number()?))
    }
}
