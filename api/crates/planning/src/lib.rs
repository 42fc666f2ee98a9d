//! Pure library; see the module documentation.
