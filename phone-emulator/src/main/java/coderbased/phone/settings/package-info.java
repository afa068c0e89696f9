/**
 * The settings screen: appearance, password, logging out, and deleting the account.
 */
@NullMarked
package coderbased.phone.settings;

import org.jspecify.annotations.NullMarked;
