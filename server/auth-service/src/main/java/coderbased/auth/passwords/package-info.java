/**
 * Passwords, and limits on guessing: {@code PasswordAuthenticator} checks a password against its hash,
 * {@code PhoneUnlock} asks for it again before a link, and {@code RateLimiters} bounds what one network or one
 * account may try.
 */
@NullMarked
package coderbased.auth.passwords;

import org.jspecify.annotations.NullMarked;
