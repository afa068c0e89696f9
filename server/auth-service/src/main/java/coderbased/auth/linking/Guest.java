package coderbased.auth.linking;

/**
 * One waiting desktop, as the guest lobby holds it.
 *
 * <p>Thread-safe; none of the calls blocks for long. After the last message to the {@link GuestListener} they do
 * nothing.
 */
public interface Guest {

    /** The person typed the check number. */
    void enterNumber(String number);

    /** The person at the desktop does not want the link. */
    void cancel();

    /** The socket is gone. */
    void gone();
}
