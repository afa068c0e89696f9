package coderbased.lab;

/**
 * The result of an attack.
 *
 * @param attack its name
 * @param tried the method, in a few words
 * @param refused true if the server withstood it
 * @param saw the server's reaction, in a few words
 */
public record Verdict(String attack, String tried, boolean refused, String saw) {}
