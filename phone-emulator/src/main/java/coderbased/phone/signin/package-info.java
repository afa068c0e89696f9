/**
 * Sign-in and sign-up: one form, and the row that names the server.
 */
@NullMarked
package coderbased.phone.signin;

import org.jspecify.annotations.NullMarked;
