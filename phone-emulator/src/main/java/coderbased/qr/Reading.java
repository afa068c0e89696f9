package coderbased.qr;

/**
 * One code that was read.
 *
 * @param text what it says; untrusted, any characters
 * @param outline where it lies
 * @param view which view of the frame read it, for measurements and for "how was this found?"
 */
public record Reading(String text, Outline outline, String view) {}
