/**
 * The link of a computer: the sheet that asks for approval, the question after a new link, and the history of links.
 * Nothing is approved without a press.
 */
@NullMarked
package coderbased.phone.link;

import org.jspecify.annotations.NullMarked;
