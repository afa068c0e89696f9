package coderbased.auth.linking;

import coderbased.protocol.LinkChoices;
import org.jspecify.annotations.Nullable;

/**
 * The rights that the person grants a computer, and the name that they give it.
 *
 * @param deviceName as it is kept; null for the name that the computer reports
 */
public record GrantedLink(LinkChoices choices, @Nullable String deviceName) {}
