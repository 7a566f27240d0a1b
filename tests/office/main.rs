//! Workbooks as programs write them, with what is read of them and what is refused; workbooks and documents that are written.

mod archive;
mod corpus;
mod documents;
mod form;
mod formats;
mod made;
mod numbers;
mod oracle;
mod parts;
mod reading;
mod refusals;
mod written;
