/**
 * The Java client: what a desktop and a phone do, without a window.
 *
 * <p>{@link coderbased.client.WebClient} is the article's website, {@link coderbased.client.PhoneClient} its phone; both
 * end in a {@link coderbased.client.Chat}. No class here knows JavaFX.
 */
@NullMarked
package coderbased.client;

import org.jspecify.annotations.NullMarked;
