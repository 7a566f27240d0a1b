//! What every part of the page may use, and which knows none of them.

pub mod dispatcher;
pub mod download;
pub mod fillers;
pub mod foreign;
pub mod frame;
pub mod json;
pub mod keys;
pub mod link;
pub mod memo;
pub mod open_file;
pub mod rendered;
pub mod select;
pub mod window;
pub mod work_bar;
pub mod workbook;
