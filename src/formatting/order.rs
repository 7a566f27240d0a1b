//! Short lists in order.

/// The items by their keys, those of one key as they were. The library's sorting is fast for long lists and takes 4 KB for each
/// kind of item; here there are some dozens at most.
pub fn by_key<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut ordered = Vec::new();
    for item in items {
        let index = ordered.partition_point(|before| key(before) <= key(&item));
        ordered.insert(index, item);
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::by_key;

    #[test]
    fn items_are_ordered_by_their_key_and_those_of_one_key_keep_their_order() {
        let table: [(&[&str], &[&str]); 4] = [
            (&[], &[]),
            (&["a"], &["a"]),
            (&["bb", "a", "cc", "d", "", "eee"], &["", "a", "d", "bb", "cc", "eee"]),
            (&["ccc", "bb", "a"], &["a", "bb", "ccc"]),
        ];
        for (items, expected) in table {
            assert_eq!(by_key(items.iter().copied(), |item| item.len()), expected);
        }
    }
}
