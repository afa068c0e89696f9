package coderbased.store;

import coderbased.chat.Refusal;

/** A write that can not be made; thrown before anything of it was written. */
final class Declined extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal why;

    Declined(Refusal why) {
        super(why.name());
        this.why = why;
    }

    Refusal why() {
        return why;
    }
}
