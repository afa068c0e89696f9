/**
 * Sentences that people read, kept apart from the code.
 *
 * <p>Each module has one bundle, {@code messages.properties}, in UTF-8 and ICU MessageFormat, and one holder of it:
 *
 * <pre>{@code
 * static final Messages MESSAGES = Messages.of(FxMessages.class);
 *
 * MESSAGES.text("notifications.count", "count", messages)
 * notifications.count = {count, plural, one {# new message} other {# new messages}}
 * }</pre>
 *
 * <p>A key names the screen, the part and the purpose. Arguments have names. Plural forms, numbers and dates are chosen
 * by the text, not by the code. A sentence is looked up when it is shown and never kept in a static field, so that the
 * language can change while the program runs. The code asks for whole sentences and never joins parts of one.
 */
@NullMarked
package coderbased.i18n;

import org.jspecify.annotations.NullMarked;
