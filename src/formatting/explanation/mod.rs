//! What the engine found, explained: what is asked, how far it is, what closes the distance, and what to do next.

pub mod apart;
pub mod change;
pub mod changes;
pub mod comparison;
pub mod distances;
pub mod finding;
pub mod gathering;
pub mod naming;
pub mod needs;
pub mod steps;
pub mod weighing;
