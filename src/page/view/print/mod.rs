//! What only paper shows: whose report it is, what is left to do, who answers for it, and every figure as typed.

pub mod appendix;
pub mod open_points;
pub mod receipt;
pub mod sign_off;
