package coderbased.lab;

/**
 * What became of an attack.
 *
 * @param attack its name
 * @param tried what was tried, in a few words
 * @param refused whether the server withstood it
 * @param saw what the server did, in a few words
 */
public record Verdict(String attack, String tried, boolean refused, String saw) {}
