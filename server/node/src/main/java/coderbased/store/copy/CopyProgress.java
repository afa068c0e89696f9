package coderbased.store.copy;

/** A listener to the progress of a copy, called after each batch. */
@FunctionalInterface
public interface CopyProgress {
    void copied(String table, long rows, long of);
}
