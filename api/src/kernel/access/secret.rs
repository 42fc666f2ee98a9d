//! Secrets: random tokens that are stored hashed, and values that are stored sealed.

use crate::kernel::error::{Error, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Random bytes from the operating system.
///
/// # Errors
/// When the operating system has none.
pub fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(bytes)
}

/// A new token of 256 bits in URL-safe text.
///
/// # Errors
/// When the operating system has no randomness.
pub fn token() -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(random::<32>()?))
}

/// The hash a token is stored under. Tokens are random, so a plain hash is enough.
pub fn digest(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Compares in constant time.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

/// Seals values with the server's secret, for what must be read again: signing keys, second factors.
#[derive(Clone)]
pub struct Sealer {
    cipher: XChaCha20Poly1305,
    derive: Hmac<Sha256>,
}

const NONCE: usize = 24;

impl Sealer {
    /// A sealer whose key is derived from the configured secret.
    pub fn new(secret: &[u8]) -> Self {
        let key = |label: &[u8]| -> [u8; 32] { Sha256::new().chain_update(label).chain_update(secret).finalize().into() };
        let derive = match Hmac::<Sha256>::new_from_slice(&key(b"platform deriving key v1")) {
            Ok(mac) => mac,
            // HMAC takes keys of any length.
            Err(_) => Hmac::<Sha256>::new(&Default::default()),
        };
        Self { cipher: XChaCha20Poly1305::new(&Key::from(key(b"platform sealing key v1"))), derive }
    }
    /// A value that only this server can compute from another: the token that follows a token.
    pub fn derive(&self, from: &[u8]) -> [u8; 32] {
        let mut mac = self.derive.clone();
        mac.update(from);
        mac.finalize().into_bytes().into()
    }
    /// Encrypts and authenticates.
    ///
    /// # Errors
    /// When the operating system has no randomness.
    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>> {
        let nonce = random::<NONCE>()?;
        let mut sealed = nonce.to_vec();
        sealed.extend(self.cipher.encrypt(&XNonce::from(nonce), plain).map_err(Error::internal)?);
        Ok(sealed)
    }
    /// Opens what this server sealed.
    ///
    /// # Errors
    /// `internal` when the value was sealed with another secret or changed.
    pub fn open(&self, sealed: &[u8]) -> Result<Vec<u8>> {
        let Some((nonce, cipher)) = sealed.split_first_chunk::<NONCE>() else {
            return Err(Error::internal("sealed value too short"));
        };
        self.cipher
            .decrypt(&XNonce::from(*nonce), cipher)
            .map_err(|_| Error::internal("sealed value does not open: was SECRET_KEY changed?"))
    }
}
