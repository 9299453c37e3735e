//! TLS for what calls others.

/// Makes ring's cryptography known to whatever speaks TLS in this program;
/// before an HTTP client is made.
pub fn provide_tls() {
    // Only fails when there is one already, which then is used.
    let _ = rustls::crypto::ring::default_provider().install_default();
}
