//! What identifies what is done with files.

crate::id_type!(/// A merge of two files.
    MergeId);
crate::id_type!(/// A proposal to change a verified file.
    ProposalId);
