/**
 * Trust in a server whose certificate the system does not know.
 *
 * <p>{@link coderbased.fx.trust.CertificateView} shows the fingerprint of such a certificate and offers to trust it; in
 * the settings, it also offers to forget a trusted one. Both apps show it where a connection fails.
 *
 * <p>Node ids: {@code #certificate}, {@code #certificate-fingerprint}, {@code #certificate-validity},
 * {@code #certificate-trust}, {@code #certificate-forget}.
 */
@NullMarked
package coderbased.fx.trust;

import org.jspecify.annotations.NullMarked;
