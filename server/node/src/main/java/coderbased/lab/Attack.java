package coderbased.lab;

/**
 * One attack.
 *
 * @param name as it stands in the table
 * @param tried its method, in a few words
 * @param attempt tries it
 */
record Attack(String name, String tried, Attempt attempt) {

    /** Tries it on a ground. */
    Verdict on(TargetServer ground) {
        try {
            Sight sight = attempt.on(ground);
            return new Verdict(name, tried, sight.refused(), sight.saw());
        } catch (Exception | AssertionError e) {
            // What could not be tried was not refused.
            return new Verdict(name, tried, false, "could not be tried: " + e.getMessage());
        }
    }

    /** The attempt itself. */
    interface Attempt {
        Sight on(TargetServer ground) throws Exception;
    }

    /** The observed result. */
    record Sight(boolean refused, String saw) {

        /** Refused where {@code held}; says which of the two it saw. */
        static Sight of(boolean held, String refused, String letIn) {
            return new Sight(held, held ? refused : letIn);
        }
    }
}
