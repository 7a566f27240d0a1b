//! The long run's program: libFuzzer around one target, whose name stands in `SHIFAN_FUZZ_TARGET`.
#![cfg_attr(fuzzing, no_main)]

#[cfg(not(fuzzing))]
fn main() {
    eprintln!("This is the program of the long run: `cargo xtask fuzz` builds it as it has to be.");
}

#[cfg(fuzzing)]
#[allow(unsafe_code)]
mod long {
    use fuzz::Target;
    use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
    use std::sync::LazyLock;

    static TARGET: LazyLock<Target> = LazyLock::new(|| {
        let name = std::env::var("SHIFAN_FUZZ_TARGET").unwrap_or_default();
        let target = Target::NAMES.iter().find(|(known, _)| *known == name);
        target.unwrap_or_else(|| panic!("SHIFAN_FUZZ_TARGET names no target: {name:?}")).1
    });

    fuzz_target!(|bytes: &[u8]| TARGET.check(bytes));

    fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
        let mut chance = fastrand::Rng::with_seed(seed.into());
        // Now and then as libFuzzer would do it, which knows nothing of JSON but remembers what was compared with what.
        if chance.u8(..) < 16 {
            return fuzzer_mutate(data, size, max_size);
        }
        let changed = TARGET.mutate(&data[..size], &mut chance);
        if changed.len() > max_size {
            return size;
        }
        data[..changed.len()].copy_from_slice(&changed);
        changed.len()
    });
}
