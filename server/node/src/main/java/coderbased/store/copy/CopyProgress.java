package coderbased.store.copy;

/** Hears how far a copy is, after each batch. */
@FunctionalInterface
public interface CopyProgress {
    void copied(String table, long rows, long of);
}
