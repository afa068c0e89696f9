/**
 * The parts that all rooms of the phone share: sheets, form fields, settings, and the words for a failed call.
 * Nothing here knows a room.
 */
@NullMarked
package coderbased.phone.parts;

import org.jspecify.annotations.NullMarked;
